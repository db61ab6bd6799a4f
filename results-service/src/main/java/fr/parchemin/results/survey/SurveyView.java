package fr.parchemin.results.survey;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One survey, and how far it is. */
@Schema(name = "Survey")
record SurveyView(
        UUID id,
        @Schema(examples = "RNCP37722") String certificationNumber,

        @Schema(description = "Year of the awards.", examples = "2025")
        int year,

        Wave wave,

        @Schema(description = "FROZEN: its rates are final and its answers erased.")
        Survey.State state,

        @Schema(description = "Situations left out of both parts of its rates (R125), as configured when it began.")
        List<Situation> neutralised,

        @Nullable @Schema(description = "How far it is; null in lists and once it is frozen.")
        Progress progress,

        Instant openedAt,
        String openedBy,
        @Nullable Instant frozenAt) {

    /** How far. */
    @Schema(name = "SurveyProgress")
    record Progress(
            @Schema(description = "Holders of a title notified and in force: the cohort.")
            long holders,

            long answered,

            @Schema(description = "Whose day has come and who has not answered.")
            long due,

            @Schema(description = "Of these, who is to be reminded (survey.reminders).")
            long remindersDue) {}

    static SurveyView of(Survey s, RespondentRepository.@Nullable Progress p) {
        return new SurveyView(
                s.id(),
                s.certificationNumber(),
                s.year(),
                s.wave(),
                s.state(),
                s.neutralised(),
                p == null ? null : new Progress(p.holders(), p.answered(), p.due(), p.remindersDue()),
                s.openedAt(),
                s.openedBy(),
                s.frozenAt());
    }
}
