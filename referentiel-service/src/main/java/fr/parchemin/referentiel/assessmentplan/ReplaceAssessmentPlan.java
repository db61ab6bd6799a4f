package fr.parchemin.referentiel.assessmentplan;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.kit.web.EntityTags;
import fr.parchemin.kit.web.IfMatch;
import fr.parchemin.referentiel.certification.AdministerCompetences;
import fr.parchemin.referentiel.certification.BlockView;
import fr.parchemin.referentiel.certification.ReadCertification;
import fr.parchemin.referentiel.certification.RecordSheet;
import fr.parchemin.referentiel.certification.RecordedCertification;
import fr.parchemin.referentiel.publication.PublishCertification;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts an assessment plan in force. Sessions declared before keep theirs. */
@ApplicationScoped
public class ReplaceAssessmentPlan {

    private final AssessmentPlanRepository plans;
    private final ReadCertification certifications;
    private final AdministerCompetences administer;
    private final PublishCertification publication;
    private final Clock clock;

    ReplaceAssessmentPlan(
            AssessmentPlanRepository plans,
            ReadCertification certifications,
            AdministerCompetences administer,
            PublishCertification publication,
            Clock clock) {
        this.plans = plans;
        this.certifications = certifications;
        this.administer = administer;
        this.publication = publication;
        this.clock = clock;
    }

    /** What became of a plan. */
    public record Replaced(AssessmentPlanView plan, boolean created) {}

    /**
     * Replaces the plan by request of a certifier and tells the other services. A plan equal to the one in force changes
     * nothing.
     *
     * @throws ProblemException 404 when the certification is unknown, 412 or 428 when the caller did not see the plan in
     *     force, 422 with everything that is wrong with the new one
     */
    @Transactional
    public Replaced replace(String number, AssessmentPlanRequest request, @Nullable IfMatch ifMatch, String by) {
        RecordedCertification certification = certifications.oneToChange(number);
        AssessmentPlan inForce = plans.findById(number);
        IfMatch.require(ifMatch, inForce == null ? null : tagOf(inForce.toView()));
        List<Violation> violations = new ArrayList<>();
        if (request.certification() != null && !request.certification().equals(number)) {
            violations.add(Violation.ofField("/certification", "The path says " + number + "."));
        }
        violations.addAll(unknownBlocks(request, certification));
        Map<String, List<String>> labels = request.labelsByBlock();
        boolean renamed = labels != null && administer.administer(number, certification.acronym(), labels);
        Plan plan = request.toPlan();
        violations.addAll(
                CoherentPlanPolicy.check(plan, (renamed ? certifications.one(number) : certification).blocks()));
        if (!violations.isEmpty()) {
            throw ProblemException.rulesBroken(violations);
        }
        AssessmentPlan recorded = put(number, inForce, plan, by);
        if (recorded != null || renamed) {
            publication.publish(
                    number, RecordSheet.Outcome.CHANGED, plans.findById(number).toPublished());
        }
        return new Replaced(plans.findById(number).toView(), inForce == null);
    }

    private static List<Violation> unknownBlocks(AssessmentPlanRequest request, RecordedCertification certification) {
        Set<String> known =
                certification.blocks().stream().map(BlockView::code).collect(Collectors.toCollection(HashSet::new));
        List<AssessmentPlanRequest.BlockCompetences> named =
                Objects.requireNonNullElse(request.competences(), List.of());
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            String block = named.get(i).block();
            if (!known.remove(block)) {
                violations.add(Violation.ofField(
                        "/competences/" + i + "/block", block + " is no block of the certification, or named twice."));
            }
        }
        return violations;
    }

    /**
     * Puts a plan in force that comes with the service. Whoever calls tells the other services.
     *
     * @return whether it differs from the one in force
     * @throws ProblemException 422 when the plan is not coherent
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean load(String number, Plan plan, String by) {
        List<Violation> violations =
                CoherentPlanPolicy.check(plan, certifications.one(number).blocks());
        if (!violations.isEmpty()) {
            throw ProblemException.rulesBroken(violations);
        }
        return put(number, plans.findById(number), plan, by) != null;
    }

    /** Entity tag of a plan. */
    static String tagOf(AssessmentPlanView plan) {
        return EntityTags.of("assessment-plan", plan.certification(), plan.version());
    }

    /** The plan as recorded, null when it was in force already. */
    private @Nullable AssessmentPlan put(String number, @Nullable AssessmentPlan inForce, Plan plan, String by) {
        AssessmentPlan recorded = inForce;
        if (recorded == null) {
            recorded = new AssessmentPlan(number, plan, by, clock.instant());
            plans.persist(recorded);
        } else if (!recorded.replace(plan, by, clock.instant())) {
            return null;
        }
        plans.keepRevision(recorded);
        Log.infof("Assessment plan of %s: version %d in force", number, recorded.revision());
        return recorded;
    }
}
