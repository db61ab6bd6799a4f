package fr.parchemin.referentiel.assessmentplan;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.referentiel.certification.ReadCertification;
import fr.parchemin.referentiel.publication.PublishedPlan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads assessment plans. Everyone may. */
@ApplicationScoped
public class ReadAssessmentPlan {

    private final AssessmentPlanRepository plans;
    private final ReadCertification certifications;

    ReadAssessmentPlan(AssessmentPlanRepository plans, ReadCertification certifications) {
        this.plans = plans;
        this.certifications = certifications;
    }

    /** The plan in force as the other services see it, empty when the certification has none. */
    @Transactional
    public Optional<PublishedPlan> published(String number) {
        return plans.findByIdOptional(number).map(AssessmentPlan::toPublished);
    }

    /** Those of the certifications that have a plan. */
    @Transactional
    public Set<String> planned(Collection<String> numbers) {
        return plans.planned(numbers);
    }

    /** Fingerprint of the plan in force, empty when the certification has none. */
    @Transactional
    public Optional<String> contentHash(String number) {
        return plans.findByIdOptional(number).map(AssessmentPlan::contentHash);
    }

    /**
     * A plan.
     *
     * @param version null for the one in force
     * @throws ProblemException 404 when the certification is unknown, has no plan, or never had that version
     */
    @Transactional
    AssessmentPlanView read(String number, @Nullable Integer version) {
        Optional<AssessmentPlanView> plan = version == null
                ? plans.findByIdOptional(number).map(AssessmentPlan::toView)
                : plans.revision(number, version);
        return plan.orElseThrow(() -> {
            certifications.one(number); // an unknown certification is said to be unknown
            return ProblemException.notFound(
                    "assessment plan of", version == null ? number : number + ", version " + version);
        });
    }
}
