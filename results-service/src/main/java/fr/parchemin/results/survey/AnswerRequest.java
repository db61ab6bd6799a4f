package fr.parchemin.results.survey;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody answered. */
@Schema(name = "SurveyAnswerRequest")
record AnswerRequest(
        @NotNull
        @Schema(
                description =
                        "TARGET_JOB: the job that the title aims at. OTHER_JOB: another one. Either wherever it is,"
                                + " when it is substantially international and the examination was in France; WORKING_ABROAD"
                                + " otherwise. WORK_STUDY_CONTRACT: apprenticeship or professionalisation. UNABLE_TO_WORK: for a"
                                + " time or for good.",
                examples = "TARGET_JOB")
        Situation situation,

        @Nullable @Schema(description = "When they said so; today unless said otherwise.", examples = "2026-07-03")
        LocalDate answeredOn) {}
