package fr.parchemin.session.certification;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.session.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Gives the other features what they need to know of a certification. */
@ApplicationScoped
public class ReadCertification {

    private final CertificationRepository certifications;

    ReadCertification(CertificationRepository certifications) {
        this.certifications = certifications;
    }

    public Optional<Certification> find(String number) {
        return certifications.certification(number);
    }

    /**
     * A certification that a request names.
     *
     * @throws ProblemException 422 when it is not known (yet): its event may still be under way
     */
    public Certification named(String number) {
        return find(number)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.CERTIFICATION_UNKNOWN,
                        number + " is not known here (yet). It is as soon as the référentiel has published it and its"
                                + " event has arrived: send the request again a little later.",
                        List.of(Violation.ofField("/certificationNumber", "Not known (yet)."))));
    }

    /** One version of its assessment plan. */
    public Optional<AssessmentPlan> plan(String number, int version) {
        return certifications.plan(number, version);
    }
}
