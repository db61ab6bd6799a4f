package fr.parchemin.results.assessment;

import fr.parchemin.kit.Ids;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.web.EntityTags;
import fr.parchemin.kit.web.IfMatch;
import fr.parchemin.results.ProblemType;
import fr.parchemin.results.audit.AuditTrail;
import fr.parchemin.results.certification.Plan;
import fr.parchemin.results.examsession.Enrolment;
import fr.parchemin.results.examsession.Juror;
import fr.parchemin.results.examsession.ReadSession;
import fr.parchemin.results.examsession.SessionDossier;
import fr.parchemin.results.rules.Judgement;
import fr.parchemin.results.rules.Rule;
import fr.parchemin.results.rules.RuleBook;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A juror records what they found at one event of one candidate, or corrects it until the record is signed. */
@ApplicationScoped
class RecordFinding {

    private static final List<RecusedJurorRule> JUDGING = List.of(new RecusedJurorRule());
    private static final List<Rule<FindingFacts>> FINDING = List.of(new DocumentCheckRule(), new EventResultRule());

    private final ReadSession sessions;
    private final FindingRepository findings;
    private final SessionFreeze freeze;
    private final RuleBook rules;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    RecordFinding(
            ReadSession sessions,
            FindingRepository findings,
            SessionFreeze freeze,
            RuleBook rules,
            Outbox outbox,
            AuditTrail audit,
            Caller caller,
            Clock clock) {
        this.sessions = sessions;
        this.findings = findings;
        this.freeze = freeze;
        this.rules = rules;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** Tag of a finding, for {@code If-Match}. */
    static String tag(FindingView view) {
        return EntityTags.of(view.enrolmentId(), view.eventCode(), view.jurorId(), view.version());
    }

    @Transactional
    FindingView record(UUID enrolmentId, String eventCode, FindingRequest request, @Nullable IfMatch ifMatch) {
        SessionDossier dossier = sessions.sessionOf(enrolmentId);
        Enrolment enrolment =
                dossier.enrolment(enrolmentId).orElseThrow(() -> ProblemException.notFound("enrolment", enrolmentId));
        Juror juror =
                dossier.juror(caller.subject()).orElseThrow(() -> ProblemException.notFound("enrolment", enrolmentId));
        Plan.Event event = dossier.requiredEvents().stream()
                .filter(e -> e.code().equals(eventCode))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("event", eventCode));
        freeze.lock(dossier.session().id());
        requireOpen(dossier, enrolment);

        rules.judge(JUDGING, new JudgingFacts(dossier, enrolmentId, juror.id()))
                .and(rules.judge(
                        FINDING, new FindingFacts(dossier.certification().plan(), request.outcome(), request.found())))
                .and(Judgement.faults(unknownCompetences(dossier, event, request)))
                .refuseBroken();

        Optional<Finding> earlier = findings.current(enrolmentId, eventCode, juror.id());
        if (earlier.filter(e -> e.says(request.outcome(), request.found(), request.comment()))
                .isPresent()) {
            // Sent again because the answer was lost on the way: it stands as it was recorded.
            return FindingView.of(earlier.get());
        }
        IfMatch.require(
                ifMatch, earlier.map(FindingView::of).map(RecordFinding::tag).orElse(null));
        Finding finding = new Finding(
                Ids.next(),
                enrolmentId,
                eventCode,
                juror.id(),
                earlier.map(Finding::version).orElse(0) + 1,
                request.outcome(),
                request.found(),
                request.comment(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        findings.persist(finding);
        outbox.append(new AssessmentRecordedEvent(
                dossier.session().id(),
                enrolmentId,
                enrolment.candidateId(),
                eventCode,
                juror.id(),
                finding.recordedAt()));
        audit.change(
                "findingRecorded",
                "enrolment",
                enrolmentId,
                null,
                Map.of(
                        "session", dossier.session().id(),
                        "event", eventCode,
                        "juror", juror.id(),
                        "version", finding.version()));
        Log.infof(
                "enrolment %s: juror %s recorded %s, version %d",
                enrolmentId, juror.id(), eventCode, finding.version());
        return FindingView.of(finding);
    }

    private static void requireOpen(SessionDossier dossier, Enrolment enrolment) {
        if (!dossier.session().open()) {
            throw new ProblemException(
                    ProblemType.SESSION_NOT_OPEN,
                    "The session has not been opened: POST /v1/sessions/"
                            + dossier.session().id() + "/opening first.");
        }
        if (enrolment.attendance() != Enrolment.Attendance.PRESENT) {
            throw new ProblemException(
                    ProblemType.CANDIDATE_NOT_PRESENT,
                    enrolment.attendance() == null
                            ? "No attendance is recorded: PUT /v1/sessions/"
                                    + dossier.session().id() + "/enrolments/" + enrolment.id() + "/attendance first."
                            : "The candidate is recorded as " + enrolment.attendance() + ".");
        }
    }

    private static List<Violation> unknownCompetences(
            SessionDossier dossier, Plan.Event event, FindingRequest request) {
        Set<String> seen = new HashSet<>();
        List<Violation> broken = new ArrayList<>();
        for (int i = 0; i < request.found().size(); i++) {
            String code = request.found().get(i).code();
            if (dossier.certification().plan().documentFor(code).isEmpty()
                    && !event.competences().contains(code)) {
                broken.add(Violation.ofField(
                        "/competences/" + i + "/code",
                        code + " is not assessed by " + event.code() + "; it assesses " + event.competences() + "."));
            } else if (!seen.add(code)) {
                broken.add(Violation.ofField("/competences/" + i + "/code", code + " is named twice."));
            }
        }
        return broken;
    }

    /** Reads back one's own finding. */
    @Transactional
    FindingView own(UUID enrolmentId, String eventCode) {
        SessionDossier dossier = sessions.sessionOf(enrolmentId);
        return dossier.juror(caller.subject())
                .flatMap(juror -> findings.current(enrolmentId, eventCode, juror.id()))
                .map(FindingView::of)
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.NOT_FOUND, "You have recorded nothing for " + eventCode + " of this candidate."));
    }
}
