package fr.parchemin.referentiel.export;

import fr.parchemin.referentiel.certification.CertificationFilter;
import fr.parchemin.referentiel.certification.StreamCertifications;
import fr.parchemin.referentiel.feed.FeedWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;

/** Writes certifications as files. Everyone may have them. */
@ApplicationScoped
class ExportCatalogue {

    private final StreamCertifications certifications;

    ExportCatalogue(StreamCertifications certifications) {
        this.certifications = certifications;
    }

    /** As the XML feed of France compétences, V4.1. */
    void xml(CertificationFilter filter, OutputStream out) throws IOException {
        FeedWriter feed = new FeedWriter(out);
        certifications.each(filter, c -> feed.write(c.sheet(), c.partners()));
        feed.end();
    }

    /** As lines of JSON. */
    void lines(CertificationFilter filter, OutputStream out) throws IOException {
        certifications.lines(filter, out);
    }

    /** As a zip of the ten CSV files of France compétences, named after a day. */
    void csv(CertificationFilter filter, LocalDate day, OutputStream out) throws IOException {
        try (CsvSet set = new CsvSet(out, day)) {
            certifications.each(filter, c -> set.add(c.sheet(), c.partners()));
            set.end();
        }
    }
}
