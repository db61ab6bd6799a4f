package fr.parchemin.results.cohort;

import fr.parchemin.results.audit.AuditTrail;
import fr.parchemin.results.survey.ComputeRates;
import fr.parchemin.results.survey.Wave;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Writes down what a later change makes of the figures of a year that was published; what was published is kept. */
@ApplicationScoped
public class ReviseCohort {

    private final CohortRepository cohorts;
    private final ComputeRates rates;
    private final AuditTrail audit;
    private final Clock clock;

    ReviseCohort(CohortRepository cohorts, ComputeRates rates, AuditTrail audit, Clock clock) {
        this.cohorts = cohorts;
        this.rates = rates;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps everybody else from changing a year until the transaction ends: titles that begin or end, its publication, the end
     * of its surveys.
     *
     * @return whether a title was ever awarded in it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean hold(String certificationNumber, int year) {
        return cohorts.state(certificationNumber, year, CohortRepository.Lock.ALONE)
                .isPresent();
    }

    /** A survey of a year that is {@link #hold held} was frozen. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void surveyed(String certificationNumber, int year, Wave wave) {
        revise(certificationNumber, year, CohortRevision.Cause.SURVEY_FROZEN, "Rates of the survey " + wave);
    }

    /** Adds a revision to a held year that was published, unless its figures are what they were. */
    void revise(String certificationNumber, int year, CohortRevision.Cause cause, String reason) {
        ComputeRates.Key key = new ComputeRates.Key(certificationNumber, year);
        Optional.ofNullable(cohorts.latest(List.of(key)).get(key)).ifPresent(last -> {
            CohortRevision.Figures now = figures(key);
            if (!now.equals(last.figures())) {
                record(key, last.key().revision() + 1, cause, reason, now);
            }
        });
    }

    /** Writes a revision down. */
    void record(
            ComputeRates.Key key,
            int revision,
            CohortRevision.Cause cause,
            String reason,
            CohortRevision.Figures figures) {
        cohorts.persistAndFlush(new CohortRevision(
                new CohortRevision.Key(key.certificationNumber(), key.year(), revision),
                cause,
                reason,
                figures,
                clock.instant().truncatedTo(ChronoUnit.MICROS)));
        audit.change(
                revision == 0 ? "cohortPublished" : "cohortRevised",
                "cohort",
                key.certificationNumber() + "/" + key.year(),
                reason,
                Map.of("revision", revision, "certified", figures.certified()));
        Log.infof("figures of %s, %d: revision %d, %s", key.certificationNumber(), key.year(), revision, reason);
    }

    /** What a year comes to now; rates of surveys that still run are none. */
    CohortRevision.Figures figures(ComputeRates.Key key) {
        CohortRepository.Count count =
                Objects.requireNonNull(cohorts.counts(List.of(key)).get(key));
        return new CohortRevision.Figures(
                count.certified(),
                count.certifiedByVae(),
                RateView.all(rates.of(List.of(key), false).getOrDefault(key, List.of())));
    }
}
