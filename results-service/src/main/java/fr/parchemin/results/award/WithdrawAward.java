package fr.parchemin.results.award;

import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.results.audit.AuditTrail;
import fr.parchemin.results.capital.Fact;
import fr.parchemin.results.capital.KeepCapital;
import fr.parchemin.results.examsession.ReadIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * R118: the authority withdraws an award by a reasoned decision. The award stays in history and the fact is told; a title
 * that stood on a block withdrawn goes with it.
 */
@ApplicationScoped
class WithdrawAward {

    private final AwardRepository awards;
    private final ReadIdentity identities;
    private final KeepCapital capital;
    private final SettleAwards settle;
    private final AuditTrail audit;
    private final EntityManager entities;
    private final Caller caller;
    private final Clock clock;

    WithdrawAward(
            AwardRepository awards,
            ReadIdentity identities,
            KeepCapital capital,
            SettleAwards settle,
            AuditTrail audit,
            EntityManager entities,
            Caller caller,
            Clock clock) {
        this.awards = awards;
        this.identities = identities;
        this.capital = capital;
        this.settle = settle;
        this.audit = audit;
        this.entities = entities;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    @Idempotent
    AwardView withdraw(String number, String reason) {
        Award award = awards.findByIdOptional(AwardNumbers.normalise(number))
                .orElseThrow(() -> ProblemException.notFound("award", number));
        capital.lock(Set.of(award.candidateId()));
        entities.refresh(award);
        if (!award.inForce()) {
            throw new ProblemException(
                    CommonProblem.CONFLICT, "It was withdrawn on " + award.withdrawnOn() + " already.");
        }
        capital.undo(
                Fact.Scope.GAIN,
                Objects.requireNonNull(award.acquisitionId()),
                Fact.Cause.WITHDRAWN,
                reason,
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris")),
                caller.subject());
        audit.change("awardWithdrawn", "award", award.number(), reason, Map.of("candidate", award.candidateId()));
        settle.settle(Set.of(award.candidateId()));
        entities.flush();
        return AwardView.of(
                award,
                identities.version(award.candidateId(), award.identityVersion()).orElse(null));
    }
}
