package fr.parchemin.results.survey;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The rates of one survey. */
@Schema(name = "SurveyRates")
record RatesView(
        UUID surveyId,
        String certificationNumber,
        int year,
        Wave wave,

        @Schema(description = "RUNNING: as the answers are now. FROZEN: final.")
        Survey.State state,

        List<Rate> items) {

    static RatesView of(Survey s, List<Rate> rates) {
        return new RatesView(s.id(), s.certificationNumber(), s.year(), s.wave(), s.state(), rates);
    }
}
