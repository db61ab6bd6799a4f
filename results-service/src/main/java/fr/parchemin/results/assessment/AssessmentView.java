package fr.parchemin.results.assessment;

import fr.parchemin.results.certification.Plan;
import fr.parchemin.results.examsession.Enrolment;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one candidate is to be assessed on, and what is recorded. */
public record AssessmentView(
        UUID enrolmentId,
        UUID candidateId,

        @Schema(description = "Name frozen on the day; null before attendance is recorded.") @Nullable
        String candidateName,

        Enrolment.@Nullable Attendance attendance,
        List<EventView> events,
        List<DocumentCheckView> documentChecks) {

    /** One event to pass. */
    public record EventView(
            String code,
            Plan.Kind kind,
            String label,
            int minutes,
            List<CompetenceView> competences,

            @Schema(
                    description =
                            "Findings recorded so far, one for each juror; empty for a juror who is recused for the candidate.")
            List<FindingView> recorded) {}

    /** A competence that the event shows. */
    public record CompetenceView(String code, String label) {}

    /** A competence that only a document shows (R85). */
    public record DocumentCheckView(
            @Schema(examples = "RNCP37722BC02-C3") String competence,
            @Schema(examples = "SST") String document,

            @Schema(description = "Whether the candidate presented one.")
            boolean presented,

            @Schema(description = "Whether it holds on the day of the exam; only then does it prove anything (R87).")
            boolean validOnExamDay) {}
}
