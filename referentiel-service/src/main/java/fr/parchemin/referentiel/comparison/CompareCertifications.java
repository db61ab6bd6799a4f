package fr.parchemin.referentiel.comparison;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.referentiel.certification.ReadCertification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Compares two certifications as they are recorded at one moment. Everyone may. */
@ApplicationScoped
class CompareCertifications {

    private final ReadCertification certifications;

    CompareCertifications(ReadCertification certifications) {
        this.certifications = certifications;
    }

    /** @throws ProblemException 404 when one of them is unknown */
    @Transactional
    ComparisonView of(String number, String with) {
        return Comparison.of(certifications.one(number), certifications.one(with));
    }
}
