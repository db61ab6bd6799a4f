package fr.parchemin.session.anonymity;

import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.security.Roles;
import fr.parchemin.session.Moments;
import fr.parchemin.session.ProblemType;
import fr.parchemin.session.candidate.CandidateView;
import fr.parchemin.session.candidate.ReadCandidates;
import fr.parchemin.session.enrolment.EnrolmentView;
import fr.parchemin.session.enrolment.ReadEnrolments;
import fr.parchemin.session.examsession.ExamSession;
import fr.parchemin.session.examsession.SessionState;
import fr.parchemin.session.examsession.TakeSession;
import fr.parchemin.session.rules.RuleBook;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Assigns the identifiers of anonymous work, keeps the table of correspondence, and releases it to the jury (R73). */
@ApplicationScoped
class AssignIdentifiers {

    private final TakeSession take;
    private final ReadEnrolments enrolments;
    private final ReadCandidates candidates;
    private final AnonymityRepository tables;
    private final RuleBook rules;
    private final Caller caller;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AssignIdentifiers(
            TakeSession take,
            ReadEnrolments enrolments,
            ReadCandidates candidates,
            AnonymityRepository tables,
            RuleBook rules,
            Caller caller,
            Clock clock) {
        this.take = take;
        this.enrolments = enrolments;
        this.candidates = candidates;
        this.tables = tables;
        this.rules = rules;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    @Idempotent
    AnonymityView assign(UUID sessionId, AnonymityRequest request) {
        ExamSession session = take.toChange(sessionId).session();
        if (session.state() != SessionState.CONVOKED && session.state() != SessionState.IN_PROGRESS) {
            throw new ProblemException(
                    ProblemType.WRONG_STATE,
                    "The session is %s: identifiers are assigned when the list is closed, CONVOKED or IN_PROGRESS."
                            .formatted(session.state()));
        }
        rules.judge(AnonymityRules.ALL, session.certificationNumber()).warningsOrRefusal();
        if (tables.findByIdOptional(sessionId).isPresent()) {
            throw new ProblemException(
                    CommonProblem.CONFLICT, "The identifiers are assigned already and do not change.");
        }
        List<EnrolmentView> active = enrolments.active(sessionId);
        Anonymity table = new Anonymity(
                sessionId,
                request.acronym(),
                active.stream().map(EnrolmentView::id).toList(),
                random,
                Moments.now(clock),
                caller.subject());
        tables.persistAndFlush(table);
        Log.infof("%d anonymous identifiers of session %s", active.size(), sessionId);
        return view(table);
    }

    @Transactional
    @Idempotent
    AnonymityView release(UUID sessionId) {
        take.toChange(sessionId);
        Anonymity table = found(sessionId);
        table.release(Moments.now(clock), caller.subject());
        tables.flush();
        Log.infof("anonymity of session %s is released", sessionId);
        return view(table);
    }

    /** The table: to the centre always, to jurors once it is released. */
    @Transactional
    AnonymityView read(UUID sessionId) {
        take.toRead(sessionId);
        Anonymity table = found(sessionId);
        if (!caller.has(Roles.CENTRE) && table.releasedAt() == null) {
            throw new ProblemException(
                    CommonProblem.FORBIDDEN,
                    "The table of correspondence is confidential until the centre releases it for the interviews (R73).");
        }
        return view(table);
    }

    private Anonymity found(UUID sessionId) {
        return tables.findByIdOptional(sessionId)
                .orElseThrow(() -> ProblemException.notFound("table of anonymous identifiers of session", sessionId));
    }

    /** A juror is not told the names of whom they are recused for (R138). */
    private AnonymityView view(Anonymity table) {
        List<EnrolmentView> visible = enrolments.visible(table.sessionId());
        Map<UUID, CandidateView> people =
                candidates.all(visible.stream().map(EnrolmentView::candidateId).toList());
        return AnonymityView.of(
                table,
                visible.stream()
                        .collect(Collectors.toMap(
                                EnrolmentView::id, e -> Objects.requireNonNull(people.get(e.candidateId())))));
    }
}
