package fr.parchemin.results.cohort;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.results.survey.ComputeRates;
import fr.parchemin.results.survey.Measure;
import fr.parchemin.results.survey.Wave;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Shows figures: what was published as its last revision left it, what was not as it is now. */
@ApplicationScoped
class ReadCohorts {

    private final CohortRepository cohorts;
    private final ComputeRates rates;

    ReadCohorts(CohortRepository cohorts, ComputeRates rates) {
        this.cohorts = cohorts;
        this.rates = rates;
    }

    /**
     * One page.
     *
     * @param runningSurveys whether a year that is not published shows what surveys under way come to so far
     */
    @Transactional
    Page<CohortView> page(CohortRepository.Filter filter, boolean runningSurveys, PageRequest page) {
        List<CohortRepository.Row> rows = cohorts.page(page, filter);
        List<ComputeRates.Key> running = keys(rows, CohortView.State.RUNNING);
        Map<ComputeRates.Key, CohortRevision> published = cohorts.latest(keys(rows, CohortView.State.FROZEN));
        Map<ComputeRates.Key, CohortRepository.Count> counts = cohorts.counts(running);
        Map<ComputeRates.Key, List<ComputeRates.Found>> found = rates.of(running, runningSurveys);
        return Page.of(
                rows,
                page,
                r -> List.of(r.certificationNumber(), String.valueOf(r.year()), r.source()),
                r -> view(r, published, counts, found));
    }

    /** Our own of one year. */
    @Transactional
    CohortView own(String certificationNumber, int year) {
        return page(
                        new CohortRepository.Filter(certificationNumber, year, CohortView.Source.OWN, null),
                        true,
                        PageRequest.of(1, null, "cohort"))
                .items()
                .stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("cohort", certificationNumber + "/" + year));
    }

    /** What was published of a year, and every revision since, the oldest first. */
    @Transactional
    List<CohortRevisionView> revisions(String certificationNumber, int year) {
        own(certificationNumber, year);
        return cohorts.revisions(certificationNumber, year).stream()
                .map(CohortRevisionView::of)
                .toList();
    }

    private static List<ComputeRates.Key> keys(List<CohortRepository.Row> rows, CohortView.State state) {
        return rows.stream()
                .filter(r -> r.source().equals(CohortView.Source.OWN.name()))
                .filter(r -> r.state().equals(state.name()))
                .map(CohortRepository.Row::key)
                .toList();
    }

    private static CohortView view(
            CohortRepository.Row row,
            Map<ComputeRates.Key, CohortRevision> published,
            Map<ComputeRates.Key, CohortRepository.Count> counts,
            Map<ComputeRates.Key, List<ComputeRates.Found>> found) {
        return switch (CohortView.Source.valueOf(row.source())) {
            case PUBLISHED_BY_SOURCE ->
                new CohortView(
                        row.certificationNumber(),
                        row.year(),
                        CohortView.Source.PUBLISHED_BY_SOURCE,
                        CohortView.State.FROZEN,
                        null,
                        row.certified(),
                        row.certifiedByVae(),
                        List.of(
                                RateView.published(Measure.EMPLOYMENT, Wave.P6M, row.employmentRate6Months()),
                                RateView.published(Measure.TARGET_JOB, Wave.P6M, row.targetJobRate6Months()),
                                RateView.published(Measure.TARGET_JOB, Wave.P24M, row.targetJobRate2Years())));
            case OWN ->
                switch (CohortView.State.valueOf(row.state())) {
                    case FROZEN -> published(row, Objects.requireNonNull(published.get(row.key())));
                    case RUNNING ->
                        running(
                                row,
                                Objects.requireNonNull(counts.get(row.key())),
                                found.getOrDefault(row.key(), List.of()));
                };
        };
    }

    private static CohortView published(CohortRepository.Row row, CohortRevision last) {
        return new CohortView(
                row.certificationNumber(),
                row.year(),
                CohortView.Source.OWN,
                CohortView.State.FROZEN,
                last.key().revision(),
                last.figures().certified(),
                last.figures().certifiedByVae(),
                last.figures().rates());
    }

    private static CohortView running(
            CohortRepository.Row row, CohortRepository.Count count, List<ComputeRates.Found> found) {
        return new CohortView(
                row.certificationNumber(),
                row.year(),
                CohortView.Source.OWN,
                CohortView.State.RUNNING,
                null,
                count.certified(),
                count.certifiedByVae(),
                RateView.all(found));
    }
}
