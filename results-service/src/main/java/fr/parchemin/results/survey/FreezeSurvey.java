package fr.parchemin.results.survey;

import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.results.ProblemType;
import fr.parchemin.results.audit.AuditTrail;
import fr.parchemin.results.cohort.ReviseCohort;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Ends a survey: its rates become final, and in the same transaction who was asked and what they said is erased. Nothing of
 * it can be undone.
 */
@ApplicationScoped
class FreezeSurvey {

    private final SurveyRepository surveys;
    private final RespondentRepository respondents;
    private final ComputeRates rates;
    private final ReviseCohort cohorts;
    private final ReadSurveys read;
    private final AuditTrail audit;
    private final Clock clock;

    FreezeSurvey(
            SurveyRepository surveys,
            RespondentRepository respondents,
            ComputeRates rates,
            ReviseCohort cohorts,
            ReadSurveys read,
            AuditTrail audit,
            Clock clock) {
        this.surveys = surveys;
        this.respondents = respondents;
        this.rates = rates;
        this.cohorts = cohorts;
        this.read = read;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws ProblemException 409 when it is frozen already, or while holders of that year can still become due
     */
    @Transactional
    @Idempotent
    RatesView freeze(UUID surveyId) {
        SurveyRepository.Cohort cohort =
                surveys.cohort(surveyId).orElseThrow(() -> ProblemException.notFound("survey", surveyId));
        // Titles that begin or end meanwhile wait here, and so do answers.
        cohorts.hold(cohort.certificationNumber(), cohort.year());
        Survey survey = surveys.held(surveyId).orElseThrow(() -> ProblemException.notFound("survey", surveyId));
        survey.requireRunning();
        LocalDate last = survey.wave().lastDueOn(survey.year());
        if (read.today().isBefore(last)) {
            throw new ProblemException(
                    ProblemType.SURVEY_STATE,
                    "Holders of %d are due until %s: its rates can be frozen from then on."
                            .formatted(survey.year(), last));
        }
        List<Rate> found = rates.of(survey);
        long erased = respondents.erase(surveyId);
        survey.freeze(found, clock.instant().truncatedTo(ChronoUnit.MICROS));
        surveys.flush();
        audit.change("surveyFrozen", "survey", surveyId, null, Map.of("answersErased", erased));
        cohorts.surveyed(survey.certificationNumber(), survey.year(), survey.wave());
        Log.infof(
                "survey %s of %s, %d, %s: frozen, %d answers erased",
                surveyId, survey.certificationNumber(), survey.year(), survey.wave(), erased);
        return RatesView.of(survey, found);
    }
}
