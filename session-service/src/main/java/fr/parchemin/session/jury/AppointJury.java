package fr.parchemin.session.jury;

import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.kit.web.EntityTags;
import fr.parchemin.kit.web.IfMatch;
import fr.parchemin.session.ProblemType;
import fr.parchemin.session.examsession.ExamSession;
import fr.parchemin.session.examsession.JuryMember;
import fr.parchemin.session.examsession.SessionInHand;
import fr.parchemin.session.examsession.SessionState;
import fr.parchemin.session.examsession.SessionStep;
import fr.parchemin.session.examsession.TakeSession;
import fr.parchemin.session.juror.JurorView;
import fr.parchemin.session.juror.ReadJurors;
import fr.parchemin.session.rules.Verdict;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Appoints the jury. Members must be accredited at once; what else a summons needs is told as warnings, and must be kept
 * when the session is summoned already.
 */
@ApplicationScoped
class AppointJury {

    private final TakeSession take;
    private final ReadJurors jurors;
    private final JudgeJury judge;
    private final Outbox outbox;

    AppointJury(TakeSession take, ReadJurors jurors, JudgeJury judge, Outbox outbox) {
        this.take = take;
        this.jurors = jurors;
        this.judge = judge;
        this.outbox = outbox;
    }

    @Transactional
    JuryView appoint(UUID sessionId, JuryRequest request, @Nullable IfMatch ifMatch) {
        SessionInHand inHand = take.toChange(sessionId).ready(SessionStep.APPOINT_JURY);
        ExamSession session = inHand.session();
        IfMatch.require(
                ifMatch, session.juryVersion() == 0 ? null : EntityTags.of("jury", sessionId, session.juryVersion()));
        boolean summoned = session.state() == SessionState.CONVOKED;
        if (summoned && (request.reason() == null || request.reason().isBlank())) {
            throw new ProblemException(
                    ProblemType.WRONG_STATE,
                    "The session is summoned: say why its jury changes.",
                    List.of(Violation.ofField("/reason", "Give the reason, such as a juror who fell ill.")));
        }
        session.appoint(members(request));
        judge.findConflicts(inHand);
        Verdict completeness = judge.completeness(inHand);
        Verdict verdict =
                judge.appointment(inHand).and(summoned ? completeness : new Verdict(List.of(), completeness.all()));
        session.warn(SessionStep.APPOINT_JURY, verdict.warningsOrRefusal());
        take.done(inHand.session(), SessionStep.APPOINT_JURY, null, request.reason());
        outbox.append(new JuryAppointedEvent(
                inHand.snapshot(),
                session.jury().stream().map(JuryMember::jurorId).toList()));
        Log.infof("session %s has a jury of %d", sessionId, session.jury().size());
        return judge.view(inHand);
    }

    private List<JuryMember> members(JuryRequest request) {
        List<JuryMember> members = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < request.members().size(); i++) {
            JuryRequest.Member m = request.members().get(i);
            Optional<JurorView> juror = jurors.find(m.jurorId());
            if (juror.isPresent()) {
                members.add(new JuryMember(m.jurorId(), juror.get().subject(), m.charterAcceptedOn(), false));
            } else {
                violations.add(Violation.ofField("/members/" + i + "/jurorId", "No such juror."));
            }
        }
        if (!violations.isEmpty()) {
            throw new ProblemException(ProblemType.REFERENCE_UNKNOWN, "See violations.", violations);
        }
        return members;
    }
}
