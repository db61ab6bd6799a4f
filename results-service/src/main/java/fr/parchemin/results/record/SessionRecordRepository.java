package fr.parchemin.results.record;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class SessionRecordRepository implements PanacheRepositoryBase<SessionRecord, UUID> {

    /** The records of a session, the first before those that correct it. */
    List<UUID> ofSession(UUID sessionId) {
        return getEntityManager()
                .createQuery(
                        "select r.id from SessionRecord r where r.sessionId = :session order by r.draftedAt",
                        UUID.class)
                .setParameter("session", sessionId)
                .getResultList();
    }
}
