package fr.parchemin.session.transition;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.session.ProblemType;
import fr.parchemin.session.certification.AssessmentPlan;
import fr.parchemin.session.certification.Certification;

/** The version of the assessment plan that is published now. */
final class CurrentPlan {

    private CurrentPlan() {}

    /**
     * Its number.
     *
     * @throws ProblemException 422 when no plan is known (yet), whatever the mode of R78: nothing could be examined
     */
    static int version(Certification certification) {
        AssessmentPlan plan = certification.plan();
        if (plan == null) {
            throw new ProblemException(
                    ProblemType.CERTIFICATION_UNKNOWN,
                    "No assessment plan of " + certification.number() + " is known here (yet).");
        }
        return plan.version();
    }
}
