package fr.parchemin.results.survey;

import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.results.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Notes who was reminded, so that nobody is more often than configured. The message itself goes out elsewhere. */
@ApplicationScoped
class RecordReminders {

    private final SurveyRepository surveys;
    private final RespondentRepository respondents;
    private final ReadSurveys read;
    private final SurveyTerms terms;
    private final AuditTrail audit;

    RecordReminders(
            SurveyRepository surveys,
            RespondentRepository respondents,
            ReadSurveys read,
            SurveyTerms terms,
            AuditTrail audit) {
        this.surveys = surveys;
        this.respondents = respondents;
        this.read = read;
        this.terms = terms;
        this.audit = audit;
    }

    /** Of these, only those for whom it is due. */
    @Transactional
    @Idempotent
    SurveyView record(UUID surveyId, List<UUID> respondentIds) {
        Survey survey = surveys.shared(surveyId).orElseThrow(() -> ProblemException.notFound("survey", surveyId));
        survey.requireRunning();
        LocalDate today = read.today();
        int reminded = respondents.remind(surveyId, respondentIds, today, terms.reminderDays(today));
        audit.change("surveyReminded", "survey", surveyId, null, Map.of("reminded", reminded));
        return read.view(survey);
    }
}
