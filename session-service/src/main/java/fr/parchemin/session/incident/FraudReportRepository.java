package fr.parchemin.session.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Fraud reports. */
@ApplicationScoped
class FraudReportRepository implements PanacheRepositoryBase<FraudReport, UUID> {

    private static final int MANY = 500;

    List<FraudReport> ofSession(UUID sessionId) {
        return find("sessionId = ?1 order by occurredAt, id", sessionId)
                .page(0, MANY)
                .list();
    }

    /** Whether a report of the session is about this enrolment, or has its candidate for an accomplice (R117). */
    boolean names(UUID sessionId, UUID enrolmentId, UUID candidateId) {
        return getEntityManager()
                        .createQuery(
                                "select count(r) from FraudReport r left join r.accomplices a"
                                        + " where r.sessionId = :session"
                                        + " and (r.enrolmentId = :enrolment or a.candidateId = :candidate)",
                                Long.class)
                        .setParameter("session", sessionId)
                        .setParameter("enrolment", enrolmentId)
                        .setParameter("candidate", candidateId)
                        .getSingleResult()
                > 0;
    }
}
