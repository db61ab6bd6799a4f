package fr.parchemin.session.jury;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Recusals. */
@ApplicationScoped
class RecusalRepository implements PanacheRepositoryBase<Recusal, UUID> {

    /** Those of a session; there are at most jurors times candidates. */
    List<Recusal> of(UUID sessionId) {
        return list("sessionId = ?1 order by id", sessionId);
    }
}
