package fr.parchemin.results.record;

import fr.parchemin.results.audit.NamesPeople;
import fr.parchemin.results.examsession.Enrolment;
import fr.parchemin.results.examsession.ExamSession;
import fr.parchemin.results.examsession.FraudReport;
import fr.parchemin.results.rules.Judgement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
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
        @Nullable Instant notifiedAt,

        @Schema(description = "The record that this one corrects (R108); null for the first of its session.") @Nullable
        UUID corrects,

        @Schema(description = "Why it corrects that one.") @Nullable
        String correctionReason,

        @Schema(description = "The record that corrects this one, drafted or further; null while there is none.")
        @Nullable
        UUID correctedBy,

        @Schema(description = "Since when the one that corrects it is in its place.") @Nullable
        Instant rectifiedAt,

        @Schema(description = "Its place in the chain of signed records; null until every member present has signed.")
        @Nullable
        LinkView link,

        @Schema(
                description =
                        "What the members of the jury found differently, for their deliberation: shown to them alone, until the first signature.")
        List<DifferenceView> differences)
        implements NamesPeople {

    @Override
    public Collection<UUID> people() {
        return candidates.stream().map(CandidateView::candidateId).toList();
    }

    /** A link of the chain of signed records: whoever changes one of them breaks every later one. */
    @Schema(name = "RecordLink")
    public record LinkView(
            @Schema(description = "Number of the link, from 1, without gaps.")
            long position,

            @Schema(description = "Hash of the link before it; zeros before the first.")
            String previousHash,

            @Schema(description = "SHA-256 over the link before, the content's fingerprint and the signatures.")
            String hash,

            Instant signedAt) {

        static @Nullable LinkView of(SessionRecord record) {
            Long position = record.chainPosition();
            return position == null
                    ? null
                    : new LinkView(
                            position,
                            Objects.requireNonNull(record.previousHash()),
                            Objects.requireNonNull(record.chainHash()),
                            Objects.requireNonNull(record.signedAt()));
        }
    }

    /** One competence at one event, on which the members of the jury differ. */
    @Schema(name = "JuryDifference")
    public record DifferenceView(
            UUID enrolmentId,
            String eventCode,

            @Schema(description = "The competence; null for the final interview as a whole.") @Nullable
            String competence,

            @Schema(description = "Members who found it acquired.")
            List<String> acquired,

            @Schema(description = "Members who did not.") List<String> notAcquired) {}

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
            List<Judgement.Warning> warnings,

            @Schema(
                    description =
                            "Suspicions of fraud put in writing by the centre (R115), oldest first; the jury decides nothing on them (R119).")
            @Nullable
            List<FraudReportView> fraudReports) {

        /** Records signed before reports were mentioned have none. */
        @Override
        public List<FraudReportView> fraudReports() {
            return fraudReports == null ? List.of() : fraudReports;
        }
    }

    /** That a suspicion of fraud is in writing; what was seen and by whom is in the report itself, with the centre (R135). */
    @Schema(name = "FraudMention")
    public record FraudReportView(
            @Schema(description = "The event of the plan at which it happened; null outside of one.", examples = "QP")
            @Nullable
            String eventCode,

            Instant occurredAt,
            Instant reportedAt) {

        static FraudReportView of(FraudReport report) {
            return new FraudReportView(report.eventCode(), report.occurredAt(), report.reportedAt());
        }
    }

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
            List<Judgement.Warning> warnings,

            /* Random, so that nobody finds out what was decided by trying the few things that it can be (R111). */
            @Nullable String salt) {}
}
