package fr.parchemin.results.record;

import fr.parchemin.results.examsession.Enrolment;
import fr.parchemin.results.examsession.ExamSession;
import fr.parchemin.results.rules.Judgement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The record of a session with the facts that R105 names. */
@Schema(name = "Record", description = "The record (procès-verbal) of a session.")
public record RecordView(
        UUID id,
        int version,
        SessionRecord.State state,
        SessionView session,
        List<CandidateView> candidates,
        List<JurorView> jurors,

        @Schema(description = "Rules of the deliberation that were not kept, in a mode that let it pass.")
        List<Judgement.Warning> warnings,

        Instant draftedAt,

        @Schema(description = "SHA-256 of the content, fixed at the first signature.") @Nullable
        String fingerprint,

        @Nullable Instant submittedAt,
        @Nullable Instant returnedAt,
        @Nullable String returnReason,

        @Schema(description = "Given by the authority, without gaps within a year.", examples = "2026-000001") @Nullable
        String orderNumber,

        @Nullable Instant validatedAt,
        @Nullable Instant notifiedAt) {

    /** Where, when and for what. */
    public record SessionView(
            UUID id,
            ExamSession.Type type,
            String certificationNumber,
            String title,
            @Nullable String blockCode,
            String centreName,
            String centreSiret,
            String siteName,
            String siteCity,
            LocalDate startsOn,
            LocalDate endsOn,
            String manager,
            boolean withFinalInterview,
            boolean remote,
            @Nullable String ceresNumber) {}

    /** One candidate. */
    public record CandidateView(
            UUID enrolmentId,
            UUID candidateId,

            @Schema(description = "Version of the civil identity, frozen when the candidate was present (R122).")
            @Nullable
            Integer identityVersion,

            @Nullable String name,
            @Nullable LocalDate bornOn,
            String route,
            Enrolment.@Nullable Attendance attendance,

            @Schema(description = "What the findings propose.")
            Verdict proposed,

            @Schema(description = "What the jury decided; equal to the proposal unless it decided otherwise.")
            Verdict decided,

            @Schema(description = "The jury's express decision; null where the proposal stands.") @Nullable
            DecisionView decision,

            @Schema(description = "Competences that the decision validates, also beside blocks not obtained.")
            List<String> validatedCompetences,

            @Schema(description = "Rules that the express decision does not keep, in a mode that lets it pass.")
            List<Judgement.Warning> warnings) {}

    /** What the jury expressly decided; it speaks as one, so no name goes with it. */
    @Schema(name = "Decision")
    public record DecisionView(List<String> blocks, boolean grantTitle, String reasons, Instant decidedAt) {

        static DecisionView of(Decision d) {
            return new DecisionView(d.blocks(), d.grantTitle(), d.reasons(), d.decidedAt());
        }
    }

    /** One member of the jury. */
    public record JurorView(
            UUID id, String name, boolean present, @Nullable Instant signedAt) {}

    /** What the jury signs: kept as it was at the first signature, whatever happens later to what it rests on. */
    record Content(
            SessionView session,
            List<CandidateView> candidates,
            List<JurorView> jurors,
            List<Judgement.Warning> warnings) {}
}
