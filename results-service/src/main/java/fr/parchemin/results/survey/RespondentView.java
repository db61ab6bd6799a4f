package fr.parchemin.results.survey;

import fr.parchemin.results.audit.NamesPeople;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody who is asked. */
@Schema(name = "SurveyRespondent")
record RespondentView(
        @Schema(description = "Id in this survey alone: the one to give to whoever asks the questions.")
        UUID respondentId,

        @Schema(description = "Under which the organisations below know them.")
        UUID candidateId,

        @Schema(description = "Day from which the answer counts: 6 months or 2 years after the award.")
        LocalDate dueOn,

        boolean answered,
        @Schema(description = "Reminders recorded so far.") int reminders,

        @Schema(description = "Whether the next one is due.")
        boolean reminderDue,

        @Nullable @Schema(description = "SIRET of the organisation that entered them and can reach them.")
        String enteredBySiret,

        @Nullable @Schema(description = "SIRET of the centre that examined them.")
        String centreSiret)
        implements NamesPeople {

    @Override
    public Collection<UUID> people() {
        return List.of(candidateId);
    }

    static RespondentView of(RespondentRepository.Row r) {
        return new RespondentView(
                r.id(),
                r.candidateId(),
                r.dueOn(),
                r.answered(),
                r.reminders(),
                r.reminderDue(),
                r.enteredBySiret(),
                r.centreSiret());
    }
}
