package fr.parchemin.results.record;

import fr.parchemin.kit.problem.Violation;
import fr.parchemin.results.assessment.Finding;
import fr.parchemin.results.examsession.Enrolment;
import fr.parchemin.results.examsession.ExamSession;
import fr.parchemin.results.examsession.Identity;
import fr.parchemin.results.examsession.Juror;
import fr.parchemin.results.examsession.SessionDossier;
import fr.parchemin.results.rules.Judgement;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a record says: facts of the session, and for each candidate the proposal and the decision. Computed, not stored. */
final class RecordContent {

    private final SessionDossier dossier;
    private final Map<UUID, List<Finding>> findings;
    private final Map<UUID, Decision> decisions;
    private final Map<UUID, Set<String>> held;
    private final @Nullable LocalDate countsUntil;

    private final RecordRules rules;

    /**
     * @param held codes of the blocks that each candidate held before this session
     * @param countsUntil last day on which these add up to the title (R97), null while no end is known
     */
    RecordContent(
            SessionDossier dossier,
            Collection<Finding> findings,
            Collection<Decision> decisions,
            Map<UUID, Set<String>> held,
            @Nullable LocalDate countsUntil,
            RecordRules rules) {
        this.dossier = dossier;
        this.findings = findings.stream().collect(Collectors.groupingBy(Finding::enrolmentId));
        this.decisions = decisions.stream().collect(Collectors.toMap(Decision::enrolmentId, d -> d));
        this.held = held;
        this.countsUntil = countsUntil;
        this.rules = rules;
    }

    SessionDossier dossier() {
        return dossier;
    }

    /** A decision on this candidate with all that it is measured by. */
    DecisionFacts facts(Enrolment enrolment, Collection<String> granted, boolean title) {
        return new DecisionFacts(
                dossier, enrolment, appraisal(enrolment), held(enrolment), countsUntil, granted, title);
    }

    /**
     * What stands against the decisions as they are now: a finding may have been corrected, or a document shown, since
     * they were taken.
     */
    Judgement standing() {
        return dossier.enrolments().stream().map(this::standing).reduce(Judgement.clear(), Judgement::and);
    }

    private Judgement standing(Enrolment enrolment) {
        Decision decision = decisions.get(enrolment.id());
        return decision == null
                ? Judgement.clear()
                : rules.decision(facts(enrolment, decision.blocks(), decision.grantTitle()));
    }

    private Appraisal appraisal(Enrolment enrolment) {
        return new Appraisal(
                dossier, enrolment, findings.getOrDefault(enrolment.id(), List.of()), rules.documentMustHold());
    }

    private Set<String> held(Enrolment enrolment) {
        return held.getOrDefault(enrolment.candidateId(), Set.of());
    }

    private Verdict proposed(Enrolment enrolment) {
        return enrolment.attendance() == Enrolment.Attendance.PRESENT
                ? OutcomePolicy.propose(facts(enrolment, List.of(), false))
                : OutcomePolicy.notJudged(dossier, enrolment.attendance());
    }

    private Verdict decided(Enrolment enrolment) {
        Decision decision = decisions.get(enrolment.id());
        if (decision == null || enrolment.attendance() != Enrolment.Attendance.PRESENT) {
            return proposed(enrolment);
        }
        return OutcomePolicy.decided(facts(enrolment, decision.blocks(), decision.grantTitle()));
    }

    /** The competences that the decision validates: those of every block obtained, and those found acquired beside. */
    private List<String> validatedCompetences(Enrolment enrolment) {
        Appraisal appraisal = appraisal(enrolment);
        List<String> obtained = decided(enrolment).obtained();
        return dossier.examinedBlocks().stream()
                .map(dossier.certification()::block)
                .flatMap(block -> block.competences().stream()
                        .map(c -> c.code())
                        .filter(code -> obtained.contains(block.code())
                                || appraisal.competence(code) == Appraisal.Standing.ACQUIRED))
                .toList();
    }

    /** What is still to be recorded before the jury can deliberate (R76, R105). */
    List<Violation> missing() {
        return dossier.enrolments().stream().flatMap(e -> missing(e).stream()).toList();
    }

    private Optional<Violation> missing(Enrolment enrolment) {
        return switch (enrolment.attendance()) {
            case null ->
                Optional.of(Violation.ofRule("R105", "Enrolment " + enrolment.id() + " has no attendance recorded."));
            case PRESENT -> {
                List<String> events = appraisal(enrolment).missingEvents();
                yield events.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Violation.ofRule(
                                "R76",
                                "Enrolment " + enrolment.id() + " has no finding for " + String.join(", ", events)
                                        + ": a juror records it with PUT /v1/assessments/" + enrolment.id()
                                        + "/{eventCode}."));
            }
            case ABSENT, ABSENT_JUSTIFIED, EXCLUDED -> Optional.empty();
        };
    }

    /**
     * Where the members of the jury differ, for the deliberation.
     *
     * @param reader who reads; what concerns a candidate for whom they are recused stays with the others (R55)
     */
    List<RecordView.DifferenceView> differences(@Nullable Juror reader) {
        return dossier.enrolments().stream()
                .filter(e -> e.attendance() == Enrolment.Attendance.PRESENT)
                .filter(e -> reader == null || !dossier.recused(e.id(), reader.id()))
                .flatMap(e -> appraisal(e).differences().stream()
                        .map(d -> new RecordView.DifferenceView(
                                e.id(),
                                d.eventCode(),
                                d.competence(),
                                d.acquired().stream().map(this::nameOf).toList(),
                                d.notAcquired().stream().map(this::nameOf).toList())))
                .toList();
    }

    /**
     * Everything that the jury signs.
     *
     * @param warnings rules of the deliberation that are not kept, in a mode that lets it pass
     */
    RecordView.Content toSign(List<Judgement.Warning> warnings) {
        return new RecordView.Content(session(), candidates(), jurors(), warnings, Salt.next());
    }

    private RecordView.SessionView session() {
        ExamSession s = dossier.session();
        return new RecordView.SessionView(
                s.id(),
                s.type(),
                s.certificationNumber(),
                dossier.certification().title(),
                s.blockCode(),
                s.centreName(),
                s.centreSiret(),
                s.siteName(),
                s.siteCity(),
                s.startsOn(),
                s.endsOn(),
                s.manager(),
                s.withFinalInterview(),
                s.remote(),
                s.ceresNumber());
    }

    private List<RecordView.CandidateView> candidates() {
        return dossier.enrolments().stream().map(this::candidate).toList();
    }

    private List<RecordView.JurorView> jurors() {
        return dossier.seats().stream()
                .map(seat -> new RecordView.JurorView(seat.jurorId(), nameOf(seat.jurorId()), seat.present(), null))
                .toList();
    }

    private String nameOf(UUID jurorId) {
        var juror = dossier.jurors().get(jurorId);
        return juror == null ? jurorId.toString() : juror.fullName();
    }

    private RecordView.CandidateView candidate(Enrolment enrolment) {
        @Nullable Identity identity = dossier.identities().get(enrolment.id());
        Decision decision = decisions.get(enrolment.id());
        return new RecordView.CandidateView(
                enrolment.id(),
                enrolment.candidateId(),
                enrolment.identityVersion(),
                identity == null ? null : identity.fullName(),
                identity == null ? null : identity.bornOn(),
                enrolment.route(),
                enrolment.attendance(),
                proposed(enrolment),
                decided(enrolment),
                decision == null ? null : RecordView.DecisionView.of(decision),
                enrolment.attendance() == Enrolment.Attendance.PRESENT ? validatedCompetences(enrolment) : List.of(),
                standing(enrolment).warnings(),
                dossier.fraudReports(enrolment.id()).stream()
                        .map(RecordView.FraudReportView::of)
                        .toList());
    }
}
