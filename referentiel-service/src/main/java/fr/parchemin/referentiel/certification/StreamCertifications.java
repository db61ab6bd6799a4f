package fr.parchemin.referentiel.certification;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;

/** Reads any number of certifications, one in memory at a time. Everyone may. */
@ApplicationScoped
public class StreamCertifications {

    private final CertificationRepository certifications;
    private final SearchCertifications search;
    private final Clock clock;

    StreamCertifications(CertificationRepository certifications, SearchCertifications search, Clock clock) {
        this.certifications = certifications;
        this.search = search;
        this.clock = clock;
    }

    /** What a list with this filter has, page after page, as it was at one moment. */
    public void each(CertificationFilter filter, Receiver receiver) throws IOException {
        CertificationQuery query = search.query(filter);
        LocalDate today = Days.today(clock);
        try (ReadAhead ahead = new ReadAhead(each -> certifications.stream(query, today, each))) {
            for (StoredCertification next = ahead.next(); next != null; next = ahead.next()) {
                receiver.receive(next);
            }
        }
    }

    /** The same as lines of JSON, each what {@code GET} of the sheet answers. */
    public void lines(CertificationFilter filter, OutputStream out) throws IOException {
        SheetJson json = new SheetJson();
        each(filter, certification -> json.of(certification).writeLine(out));
    }

    /** Takes one certification after the other. */
    @FunctionalInterface
    public interface Receiver {
        void receive(StoredCertification certification) throws IOException;
    }
}
