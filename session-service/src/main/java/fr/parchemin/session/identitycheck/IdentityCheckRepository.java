package fr.parchemin.session.identitycheck;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Checks of identities. */
@ApplicationScoped
class IdentityCheckRepository implements PanacheRepositoryBase<IdentityCheck, UUID> {

    /** At most one for each enrolment of the session. */
    List<IdentityCheck> ofSession(UUID sessionId) {
        return list("sessionId", sessionId);
    }
}
