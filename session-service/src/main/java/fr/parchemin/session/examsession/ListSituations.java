package fr.parchemin.session.examsession;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.kit.web.IfMatch;
import fr.parchemin.session.ProblemType;
import fr.parchemin.session.certification.AssessmentPlan;
import fr.parchemin.session.certification.ReadCertification;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Records the situations of the kit. */
@ApplicationScoped
class ListSituations {

    private final TakeSession take;
    private final ReadCertification certifications;

    ListSituations(TakeSession take, ReadCertification certifications) {
        this.take = take;
        this.certifications = certifications;
    }

    @Transactional
    SituationsView list(UUID sessionId, SituationsRequest request, @Nullable IfMatch ifMatch) {
        SessionInHand inHand = take.toChange(sessionId).ready(SessionStep.LIST_SITUATIONS);
        ExamSession session = inHand.session();
        IfMatch.require(
                ifMatch,
                session.situationsVersion() == 0
                        ? null
                        : SituationsView.of(session).tag());
        requireKnownTypes(inHand, request);
        session.listSituations(request.situations().stream()
                .map(s -> new KitSituation(s.code(), s.type(), s.label()))
                .toList());
        take.done(inHand.session(), SessionStep.LIST_SITUATIONS, null, null);
        Log.infof(
                "session %s has %d situations", sessionId, request.situations().size());
        return SituationsView.of(session);
    }

    private void requireKnownTypes(SessionInHand inHand, SituationsRequest request) {
        AssessmentPlan plan = plan(inHand);
        Set<String> known = plan == null
                ? Set.of()
                : plan.situationTypes().stream()
                        .map(AssessmentPlan.SituationType::code)
                        .collect(Collectors.toSet());
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < request.situations().size(); i++) {
            if (!known.contains(request.situations().get(i).type())) {
                violations.add(Violation.ofField(
                        "/situations/" + i + "/type",
                        "Not a situation type of the assessment plan: "
                                + String.join(", ", known.stream().sorted().toList()) + "."));
            }
        }
        if (!violations.isEmpty()) {
            throw new ProblemException(ProblemType.REFERENCE_UNKNOWN, "See violations.", violations);
        }
    }

    /** The plan that the session is bound to (R15), before its declaration the one that is published. */
    private @Nullable AssessmentPlan plan(SessionInHand inHand) {
        Integer version = inHand.session().planVersion();
        return version == null
                ? inHand.certification().plan()
                : certifications
                        .plan(inHand.session().certificationNumber(), version)
                        .orElseThrow();
    }
}
