package fr.parchemin.results.survey;

import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.results.audit.AuditTrail;
import fr.parchemin.results.cohort.ReviseCohort;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Begins a survey: asks whoever holds the title of that year; who gets it later joins, until the rates are frozen. */
@ApplicationScoped
class OpenSurvey {

    private final SurveyRepository surveys;
    private final RespondentRepository respondents;
    private final ReviseCohort cohorts;
    private final ReadSurveys read;
    private final SurveyTerms terms;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    OpenSurvey(
            SurveyRepository surveys,
            RespondentRepository respondents,
            ReviseCohort cohorts,
            ReadSurveys read,
            SurveyTerms terms,
            AuditTrail audit,
            Caller caller,
            Clock clock) {
        this.surveys = surveys;
        this.respondents = respondents;
        this.cohorts = cohorts;
        this.read = read;
        this.terms = terms;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws ProblemException 409 when there is one already, 422 when nobody was awarded the title in that year
     */
    @Transactional
    @Idempotent
    SurveyView open(SurveyRequest request) {
        if (!cohorts.hold(request.certificationNumber(), request.year())) {
            throw ProblemException.rulesBroken(List.of(Violation.ofRule(
                    "R127", "Nobody was awarded " + request.certificationNumber() + " in " + request.year() + ".")));
        }
        surveys.of(request.certificationNumber(), request.year(), request.wave())
                .ifPresent(s -> {
                    throw new ProblemException(
                            CommonProblem.CONFLICT, "There is one already: /v1/surveys/" + s.id() + ".");
                });
        Survey survey = new Survey(
                request.certificationNumber(),
                request.year(),
                request.wave(),
                terms.neutralised(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.subject());
        surveys.persistAndFlush(survey);
        int asked = respondents.askHolders(survey);
        audit.change(
                "surveyOpened",
                "survey",
                survey.id(),
                null,
                Map.of(
                        "certification",
                        survey.certificationNumber(),
                        "year",
                        survey.year(),
                        "wave",
                        survey.wave(),
                        "asked",
                        asked));
        Log.infof(
                "survey %s of %s, %d, %s: %d holders",
                survey.id(), survey.certificationNumber(), survey.year(), survey.wave(), asked);
        return read.view(survey);
    }
}
