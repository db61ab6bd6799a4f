package fr.parchemin.results.cohort;

import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.results.ProblemType;
import fr.parchemin.results.audit.AuditTrail;
import fr.parchemin.results.survey.ComputeRates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** Publishes the figures of a year that is over (R127): they stay, and every later change is a revision with its day. */
@ApplicationScoped
class PublishCohort {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final CohortRepository cohorts;
    private final ReviseCohort revise;
    private final ReadCohorts read;
    private final AuditTrail audit;
    private final Clock clock;

    PublishCohort(CohortRepository cohorts, ReviseCohort revise, ReadCohorts read, AuditTrail audit, Clock clock) {
        this.cohorts = cohorts;
        this.revise = revise;
        this.read = read;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws ProblemException 404 when no title was awarded in that year, 409 while it runs and once it is published
     */
    @Transactional
    @Idempotent
    CohortView publish(String certificationNumber, int year) {
        CohortView.State state = cohorts.state(certificationNumber, year, CohortRepository.Lock.ALONE)
                .orElseThrow(() -> ProblemException.notFound("cohort", certificationNumber + "/" + year));
        if (state == CohortView.State.FROZEN) {
            throw new ProblemException(ProblemType.COHORT_STATE, "They are published; changes are revisions.");
        }
        if (year >= LocalDate.ofInstant(clock.instant(), PARIS).getYear()) {
            throw new ProblemException(
                    ProblemType.COHORT_STATE, "The year %d is not over: titles are still awarded.".formatted(year));
        }
        ComputeRates.Key key = new ComputeRates.Key(certificationNumber, year);
        revise.record(key, 0, CohortRevision.Cause.PUBLISHED, "Published", revise.figures(key));
        cohorts.freeze(certificationNumber, year);
        audit.change("cohortPublished", "cohort", certificationNumber + "/" + year, null, Map.of());
        return read.own(certificationNumber, year);
    }
}
