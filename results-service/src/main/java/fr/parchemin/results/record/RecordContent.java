package fr.parchemin.results.record;

import fr.parchemin.results.assessment.Finding;
import fr.parchemin.results.examsession.Enrolment;
import fr.parchemin.results.examsession.ExamSession;
import fr.parchemin.results.examsession.Identity;
import fr.parchemin.results.examsession.SessionDossier;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * @param held codes of the blocks that each candidate held before this session
     */
    RecordContent(
            SessionDossier dossier,
            Collection<Finding> findings,
            Collection<Decision> decisions,
            Map<UUID, Set<String>> held) {
        this.dossier = dossier;
        this.findings = findings.stream().collect(Collectors.groupingBy(Finding::enrolmentId));
        this.decisions = decisions.stream().collect(Collectors.toMap(Decision::enrolmentId, d -> d));
        this.held = held;
    }

    SessionDossier dossier() {
        return dossier;
    }

    Appraisal appraisal(Enrolment enrolment) {
        return new Appraisal(dossier, enrolment, findings.getOrDefault(enrolment.id(), List.of()));
    }

    Set<String> held(Enrolment enrolment) {
        return held.getOrDefault(enrolment.candidateId(), Set.of());
    }

    private Verdict proposed(Enrolment enrolment) {
        return enrolment.attendance() == Enrolment.Attendance.PRESENT
                ? OutcomePolicy.propose(dossier, appraisal(enrolment), held(enrolment))
                : OutcomePolicy.notJudged(dossier, enrolment.attendance());
    }

    private Verdict decided(Enrolment enrolment) {
        Decision decision = decisions.get(enrolment.id());
        if (decision == null || enrolment.attendance() != Enrolment.Attendance.PRESENT) {
            return proposed(enrolment);
        }
        return OutcomePolicy.decided(
                dossier, appraisal(enrolment), held(enrolment), decision.blocks(), decision.grantTitle());
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

    /** Names of present candidates with the events for which nothing is recorded yet. */
    Map<UUID, List<String>> missingFindings() {
        Map<UUID, List<String>> missing = new HashMap<>();
        for (Enrolment enrolment : dossier.enrolments()) {
            List<String> events = appraisal(enrolment).missingEvents();
            if (enrolment.attendance() == Enrolment.Attendance.PRESENT && !events.isEmpty()) {
                missing.put(enrolment.id(), events);
            }
        }
        return missing;
    }

    /** Everything that the jury signs. */
    RecordView.Content toSign() {
        return new RecordView.Content(session(), candidates(), jurors());
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
                identity == null ? null : identity.fullName(),
                identity == null ? null : identity.bornOn(),
                enrolment.route(),
                enrolment.attendance(),
                proposed(enrolment),
                decided(enrolment),
                decision == null ? null : decision.reasons(),
                enrolment.attendance() == Enrolment.Attendance.PRESENT ? validatedCompetences(enrolment) : List.of());
    }
}
