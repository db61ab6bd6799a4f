package fr.parchemin.results.award;

import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.results.examsession.ReadIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** R118: the authority withdraws an award by a reasoned decision. The award stays in history and the fact is told. */
@ApplicationScoped
class WithdrawAward {

    private final AwardRepository awards;
    private final ReadIdentity identities;
    private final Outbox outbox;
    private final EntityManager entities;
    private final Clock clock;

    WithdrawAward(AwardRepository awards, ReadIdentity identities, Outbox outbox, EntityManager entities, Clock clock) {
        this.awards = awards;
        this.identities = identities;
        this.outbox = outbox;
        this.entities = entities;
        this.clock = clock;
    }

    @Transactional
    @Idempotent
    AwardView withdraw(String number, String reason) {
        Award award = awards.findById(AwardNumbers.normalise(number), LockModeType.PESSIMISTIC_WRITE);
        if (award == null) {
            throw ProblemException.notFound("award", number);
        }
        if (!award.inForce()) {
            throw new ProblemException(
                    CommonProblem.CONFLICT, "It was withdrawn on " + award.withdrawnOn() + " already.");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"));
        award.withdraw(reason, today);
        outbox.append(new AwardWithdrawnEvent(
                award.number(), award.candidateId(), award.certificationNumber(), award.blockCode(), reason, today));
        entities.flush();
        return AwardView.of(
                award,
                identities.version(award.candidateId(), award.identityVersion()).orElse(null));
    }
}
