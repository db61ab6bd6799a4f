package fr.parchemin.referentiel.certification;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.referentiel.certification.SheetMemory.Epoch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Reads the sheet of a certification, as the bytes that go out. Everyone may. */
@ApplicationScoped
class ReadSheet {

    private final SheetMemory memory;
    private final CertificationRepository certifications;
    private final Clock clock;

    ReadSheet(SheetMemory memory, CertificationRepository certifications, Clock clock) {
        this.memory = memory;
        this.certifications = certifications;
        this.clock = clock;
    }

    /** The sheet, when it is at hand; never waits. */
    @Nullable
    ReadySheet atHand(String number) {
        return memory.find(number);
    }

    /**
     * The sheet.
     *
     * @throws ProblemException 404 when the certification is unknown
     */
    ReadySheet read(String number) {
        Epoch before = memory.epoch();
        StoredCertification certification = stored(number);
        ReadySheet sheet =
                new ReadySheet(certification, new SheetJson().of(certification).copy());
        memory.keep(number, before, sheet);
        return sheet;
    }

    /**
     * The sheet and its partners, of one version.
     *
     * @throws ProblemException 404 when the certification is unknown
     */
    StoredCertification stored(String number) {
        return certifications
                .stored(number, Days.today(clock))
                .orElseThrow(() -> ProblemException.notFound("certification", number));
    }
}
