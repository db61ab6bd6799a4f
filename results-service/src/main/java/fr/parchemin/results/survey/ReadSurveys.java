package fr.parchemin.results.survey;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows surveys, whom they ask and what came of them. */
@ApplicationScoped
class ReadSurveys {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final SurveyRepository surveys;
    private final RespondentRepository respondents;
    private final ComputeRates rates;
    private final SurveyTerms terms;
    private final Clock clock;

    ReadSurveys(
            SurveyRepository surveys,
            RespondentRepository respondents,
            ComputeRates rates,
            SurveyTerms terms,
            Clock clock) {
        this.surveys = surveys;
        this.respondents = respondents;
        this.rates = rates;
        this.terms = terms;
        this.clock = clock;
    }

    @Transactional
    Page<SurveyView> page(
            @Nullable String certification,
            @Nullable Integer year,
            @Nullable Wave wave,
            Survey.@Nullable State state,
            PageRequest page) {
        return Page.of(
                surveys.page(page, certification, year, wave, state),
                page,
                s -> List.of(s.id().toString()),
                s -> SurveyView.of(s, null));
    }

    @Transactional
    SurveyView one(UUID id) {
        return view(survey(id));
    }

    /** With how far it is, while it runs. */
    SurveyView view(Survey survey) {
        return SurveyView.of(
                survey,
                survey.state() == Survey.State.FROZEN
                        ? null
                        : respondents.progress(survey.id(), today(), terms.reminderDays(today())));
    }

    @Transactional
    Page<RespondentView> respondents(UUID id, RespondentRepository.Filter filter, PageRequest page) {
        survey(id);
        return Page.of(
                respondents.page(page, id, filter, terms.reminderDays(today())),
                page,
                r -> List.of(r.dueOn().toString(), r.id().toString()),
                RespondentView::of);
    }

    @Transactional
    AnswerView answer(UUID id, UUID respondentId) {
        survey(id);
        return respondents
                .one(id, respondentId)
                .filter(r -> r.situation() != null)
                .map(AnswerView::of)
                .orElseThrow(() -> ProblemException.notFound("answer of", respondentId));
    }

    @Transactional
    RatesView rates(UUID id) {
        Survey survey = survey(id);
        return RatesView.of(survey, rates.of(survey));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PARIS);
    }

    private Survey survey(UUID id) {
        return surveys.findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("survey", id));
    }
}
