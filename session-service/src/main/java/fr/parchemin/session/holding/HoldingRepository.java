package fr.parchemin.session.holding;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What candidates hold and how their earlier sessions ended. */
@ApplicationScoped
class HoldingRepository implements PanacheRepositoryBase<HeldAward, String> {

    private static final int MANY = 500;

    List<HeldAward> inForce(UUID candidateId, String certificationNumber) {
        return find(
                        "candidateId = ?1 and certificationNumber = ?2 and withdrawnOn is null",
                        candidateId,
                        certificationNumber)
                .page(0, MANY)
                .list();
    }

    List<String> outcomes(UUID candidateId, String certificationNumber) {
        return getEntityManager()
                .createQuery(
                        "select o.outcome from EarlierOutcome o where o.candidateId = :candidate and o.certificationNumber = :number",
                        String.class)
                .setParameter("candidate", candidateId)
                .setParameter("number", certificationNumber)
                .setMaxResults(MANY)
                .getResultList();
    }

    @Nullable
    EarlierOutcome outcome(UUID enrolmentId) {
        return getEntityManager().find(EarlierOutcome.class, enrolmentId);
    }

    void add(EarlierOutcome outcome) {
        getEntityManager().persist(outcome);
    }
}
