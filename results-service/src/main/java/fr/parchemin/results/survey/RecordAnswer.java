package fr.parchemin.results.survey;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.web.EntityTags;
import fr.parchemin.kit.web.IfMatch;
import fr.parchemin.results.audit.AuditTrail;
import fr.parchemin.results.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes the one answer of a person, and corrections of it. What was answered never stands in the audit trail. */
@ApplicationScoped
class RecordAnswer {

    private static final List<AnswerRule> RULES = List.of(new AnswerRule());

    private final SurveyRepository surveys;
    private final RespondentRepository respondents;
    private final ReadSurveys read;
    private final RuleBook rules;
    private final AuditTrail audit;
    private final EntityManager entities;

    RecordAnswer(
            SurveyRepository surveys,
            RespondentRepository respondents,
            ReadSurveys read,
            RuleBook rules,
            AuditTrail audit,
            EntityManager entities) {
        this.surveys = surveys;
        this.respondents = respondents;
        this.read = read;
        this.rules = rules;
        this.audit = audit;
        this.entities = entities;
    }

    /** Tag of an answer, for {@code If-Match}. */
    static String tag(AnswerView view) {
        return EntityTags.of(view.surveyId(), view.respondentId(), view.version());
    }

    /**
     * The same answer sent again changes nothing; another one needs the tag of the one before.
     *
     * @throws ProblemException 404 for somebody who is not asked, 409 once the rates are frozen, 422 before the day
     */
    @Transactional
    AnswerView record(UUID surveyId, UUID respondentId, AnswerRequest request, @Nullable IfMatch ifMatch) {
        Survey survey = surveys.shared(surveyId).orElseThrow(() -> ProblemException.notFound("survey", surveyId));
        survey.requireRunning();
        Respondent respondent = respondents.held(surveyId, List.of(respondentId)).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("respondent", respondentId));
        LocalDate today = read.today();
        LocalDate on = request.answeredOn() == null ? today : request.answeredOn();
        if (respondent.says(request.situation(), request.answeredOn())) {
            return AnswerView.of(respondent);
        }
        boolean first = respondent.situation() == null;
        rules.judge(RULES, new AnswerRule.Facts(on, respondent.dueOn(), today)).refuseBroken();
        IfMatch.require(ifMatch, first ? null : tag(AnswerView.of(respondent)));
        respondent.answer(request.situation(), on);
        entities.flush();
        audit.change(
                first ? "surveyAnswered" : "surveyAnswerChanged",
                "surveyRespondent",
                respondentId,
                null,
                Map.of("survey", surveyId));
        return AnswerView.of(respondent);
    }
}
