package fr.parchemin.results.examsession;

import fr.parchemin.results.certification.Block;
import fr.parchemin.results.certification.CertificationVersion;
import fr.parchemin.results.certification.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Everything about one session that a decision can rest on.
 *
 * @param session the session
 * @param certification what it examines for, under the version it names
 * @param enrolments the candidates who did not withdraw
 * @param seats the jury
 * @param jurors the people of the jury by id
 * @param recused who does not judge whom
 * @param documents what was shown
 * @param fraudReports suspicions of fraud put in writing, oldest first
 * @param identities identity frozen on the day, by enrolment; absent for a candidate without attendance
 */
public record SessionDossier(
        ExamSession session,
        CertificationVersion certification,
        List<Enrolment> enrolments,
        List<JurySeat> seats,
        Map<UUID, Juror> jurors,
        Set<Recusal.Key> recused,
        List<PresentedDocument> documents,
        List<FraudReport> fraudReports,
        Map<UUID, Identity> identities) {

    /** The events that every candidate of this session passes, in the order of the plan. */
    public List<Plan.Event> requiredEvents() {
        String block = session.blockCode();
        return switch (session.type()) {
            case TITLE -> certification.plan().eventsOf(Plan.TITLE);
            case CCP, CCS -> {
                List<Plan.Event> events = new ArrayList<>(
                        block == null ? List.of() : certification.plan().eventsOf(block));
                if (session.withFinalInterview()) {
                    certification.plan().finalInterview().ifPresent(events::add);
                }
                yield events;
            }
        };
    }

    /**
     * Codes of what this session examines: blocks, or the one complementary certificate (CCS). None when the plan knows no
     * event for it.
     */
    public List<String> examinedBlocks() {
        String block = session.blockCode();
        return switch (session.type()) {
            case TITLE -> certification.blocks().stream().map(Block::code).toList();
            case CCP -> block == null ? List.of() : List.of(block);
            case CCS -> block == null || certification.plan().eventsOf(block).isEmpty() ? List.of() : List.of(block);
        };
    }

    public Optional<Enrolment> enrolment(UUID id) {
        return enrolments.stream().filter(e -> e.id().equals(id)).findFirst();
    }

    /** The member of the jury who logs in as {@code subject}. */
    public Optional<Juror> juror(String subject) {
        return jurors.values().stream().filter(j -> j.subject().equals(subject)).findFirst();
    }

    /** The members who were there at the opening: they deliberate and sign (R49, R107). */
    public List<Juror> presentJurors() {
        return seats.stream()
                .filter(JurySeat::present)
                .map(seat -> jurors.get(seat.jurorId()))
                .filter(Objects::nonNull)
                .toList();
    }

    public boolean recused(UUID enrolmentId, UUID jurorId) {
        return recused.contains(new Recusal.Key(enrolmentId, jurorId));
    }

    /** Suspicions of fraud by this candidate, oldest first. */
    public List<FraudReport> fraudReports(UUID enrolmentId) {
        return fraudReports.stream()
                .filter(r -> r.enrolmentId().equals(enrolmentId))
                .toList();
    }

    /** Whether a document of this kind was shown, valid or not. */
    public boolean presented(UUID enrolmentId, String kind) {
        return documents.stream()
                .anyMatch(d -> d.enrolmentId().equals(enrolmentId) && d.kind().equals(kind));
    }

    /** Whether a document of this kind, valid on the day of the exam, was shown (R87). */
    public boolean validDocument(UUID enrolmentId, String kind) {
        return documents.stream()
                .anyMatch(d -> d.enrolmentId().equals(enrolmentId) && d.kind().equals(kind) && d.validOnExamDay());
    }
}
