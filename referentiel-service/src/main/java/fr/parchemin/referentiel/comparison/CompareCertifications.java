package fr.parchemin.referentiel.comparison;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.referentiel.certification.ReadCertification;
import fr.parchemin.referentiel.certification.RecordedCertification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Compares two certifications as they are recorded at one moment. Everyone may. */
@ApplicationScoped
class CompareCertifications {

    private final ReadCertification certifications;

    CompareCertifications(ReadCertification certifications) {
        this.certifications = certifications;
    }

    /** @throws ProblemException 404 when one of them is unknown */
    ComparisonView of(String number, String with) {
        List<RecordedCertification> both = certifications.atOneMoment(number, with);
        return Comparison.of(both.getFirst(), both.getLast());
    }
}
