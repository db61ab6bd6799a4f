package fr.parchemin.results.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The rates of surveys: those that were frozen, and what the answers of the others come to now. */
@ApplicationScoped
public class ComputeRates {

    private final SurveyRepository surveys;
    private final RespondentRepository respondents;
    private final SurveyTerms terms;

    ComputeRates(SurveyRepository surveys, RespondentRepository respondents, SurveyTerms terms) {
        this.surveys = surveys;
        this.respondents = respondents;
        this.terms = terms;
    }

    /** Of which cohort. */
    public record Key(String certificationNumber, int year) {}

    /**
     * A rate of a cohort.
     *
     * @param frozen whether it is final
     */
    public record Found(Rate rate, boolean frozen) {}

    /**
     * The rates of some cohorts; one without a survey has none.
     *
     * @param running whether surveys that still take answers count
     */
    @Transactional
    public Map<Key, List<Found>> of(Collection<Key> cohorts, boolean running) {
        Set<Key> wanted = Set.copyOf(cohorts);
        List<Survey> concerned = surveys
                .of(wanted.stream().map(Key::certificationNumber).distinct().toList())
                .stream()
                .filter(s -> wanted.contains(key(s)))
                .filter(s -> running || s.rates() != null)
                .toList();
        Map<UUID, RespondentRepository.Count> counts = counts(concerned);
        Map<Key, List<Found>> rates = new HashMap<>();
        for (Survey survey : concerned) {
            List<Found> found = rates.computeIfAbsent(key(survey), k -> new ArrayList<>());
            of(survey, counts).forEach(rate -> found.add(new Found(rate, survey.rates() != null)));
        }
        return rates;
    }

    /** Of one survey. */
    List<Rate> of(Survey survey) {
        return of(survey, counts(List.of(survey)));
    }

    private Map<UUID, RespondentRepository.Count> counts(List<Survey> some) {
        List<UUID> ids =
                some.stream().filter(s -> s.rates() == null).map(Survey::id).toList();
        return ids.isEmpty() ? Map.of() : respondents.counts(ids);
    }

    private List<Rate> of(Survey survey, Map<UUID, RespondentRepository.Count> counts) {
        List<Rate> frozen = survey.rates();
        if (frozen != null) {
            return frozen;
        }
        RespondentRepository.Count count =
                counts.getOrDefault(survey.id(), new RespondentRepository.Count(0, Map.of()));
        Set<Situation> neutralised = EnumSet.noneOf(Situation.class);
        neutralised.addAll(survey.neutralised());
        return RatePolicy.rates(survey.wave(), count.answers(), neutralised, count.holders(), terms.rounding());
    }

    private static Key key(Survey survey) {
        return new Key(survey.certificationNumber(), survey.year());
    }
}
