package fr.parchemin.session.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Incidents. */
@ApplicationScoped
class IncidentRepository implements PanacheRepositoryBase<Incident, UUID> {

    private static final int MANY = 500;

    /** The first of a session, oldest first. */
    List<Incident> ofSession(UUID sessionId) {
        return find("sessionId = ?1 order by occurredAt, id", sessionId)
                .page(0, MANY)
                .list();
    }
}
