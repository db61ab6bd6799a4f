package fr.parchemin.results.survey;

import fr.parchemin.results.audit.NamesPeople;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The one answer of somebody; erased when the rates are frozen. */
@Schema(name = "SurveyAnswer")
record AnswerView(
        UUID surveyId,
        UUID respondentId,
        UUID candidateId,
        Situation situation,
        LocalDate answeredOn,

        @Schema(description = "Grows with every change.") int version)
        implements NamesPeople {

    @Override
    public Collection<UUID> people() {
        return List.of(candidateId);
    }

    static AnswerView of(Respondent r) {
        return new AnswerView(
                r.surveyId(),
                r.id(),
                r.candidateId(),
                Objects.requireNonNull(r.situation()),
                Objects.requireNonNull(r.answeredOn()),
                r.version());
    }
}
