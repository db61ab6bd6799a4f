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
}
