package fr.parchemin.session.transition;

import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.session.Moments;
import fr.parchemin.session.ProblemType;
import fr.parchemin.session.draw.CommitToDraws;
import fr.parchemin.session.draw.FirstDraws;
import fr.parchemin.session.examsession.DeclarationRules;
import fr.parchemin.session.examsession.ExamSession;
import fr.parchemin.session.examsession.GatherDeclaration;
import fr.parchemin.session.examsession.JuryMember;
import fr.parchemin.session.examsession.SessionInHand;
import fr.parchemin.session.examsession.SessionStep;
import fr.parchemin.session.examsession.SessionView;
import fr.parchemin.session.examsession.TakeSession;
import fr.parchemin.session.jury.JudgeJury;
import fr.parchemin.session.rules.RuleBook;
import fr.parchemin.session.rules.Verdict;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Opens a session on its first day: the seals are whole, enough of the jury is here and the kit has what is drawn. */
@ApplicationScoped
class OpenSession {

    private final TakeSession take;
    private final JudgeJury jury;
    private final GatherDeclaration declaration;
    private final FirstDraws draws;
    private final CommitToDraws commit;
    private final RuleBook rules;
    private final Outbox outbox;
    private final Clock clock;

    OpenSession(
            TakeSession take,
            JudgeJury jury,
            GatherDeclaration declaration,
            FirstDraws draws,
            CommitToDraws commit,
            RuleBook rules,
            Outbox outbox,
            Clock clock) {
        this.take = take;
        this.jury = jury;
        this.declaration = declaration;
        this.draws = draws;
        this.commit = commit;
        this.rules = rules;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    @Idempotent
    SessionView open(UUID sessionId, OpeningRequest request) {
        SessionInHand inHand = take.toChange(sessionId).ready(SessionStep.OPEN);
        ExamSession session = inHand.session();
        LocalDate today = session.today(clock);
        if (today.isBefore(session.startsOn())) {
            throw new ProblemException(
                    ProblemType.WRONG_STATE,
                    "The session starts on %s and it is %s at the site: open it on its first day."
                            .formatted(session.startsOn(), today));
        }
        Set<UUID> present = present(session, request);
        // Where a candidate works may have been recorded since the summons (R52).
        jury.findConflicts(inHand);
        OpeningRequest.Seals seals = request.seals();
        Verdict verdict = rules.judge(DeclarationRules.STANDING, declaration.of(inHand))
                .and(jury.forOpening(inHand, present))
                .and(rules.judge(TransitionRules.SEALS, new SealCheck(seals.checkedBy(), seals.candidateWitness())))
                .and(draws.judge(session));
        session.warn(SessionStep.OPEN, verdict.warningsOrRefusal());
        Instant now = Moments.now(clock);
        session.open(now, present, seals.checkedBy(), seals.candidateWitness());
        commit.atOpening(session);
        take.done(inHand.session(), SessionStep.OPEN, null, null);
        outbox.append(new SessionOpenedEvent(
                inHand.snapshot(), now, present.stream().sorted().toList()));
        Log.infof("session %s opened", sessionId);
        return inHand.view();
    }

    private static Set<UUID> present(ExamSession session, OpeningRequest request) {
        Set<UUID> members = session.jury().stream().map(JuryMember::jurorId).collect(Collectors.toSet());
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < request.presentJurorIds().size(); i++) {
            if (!members.contains(request.presentJurorIds().get(i))) {
                violations.add(Violation.ofField("/presentJurorIds/" + i, "Not a member of the jury of this session."));
            }
        }
        if (!violations.isEmpty()) {
            throw new ProblemException(ProblemType.REFERENCE_UNKNOWN, "See violations.", violations);
        }
        return new HashSet<>(request.presentJurorIds());
    }
}
