package fr.parchemin.results.statistics;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class RebuildRepository implements PanacheRepositoryBase<Rebuild, UUID> {

    /** Whether one is under way. */
    boolean any() {
        return count("state", Rebuild.State.RUNNING) > 0;
    }

    /** The one under way. */
    Optional<Rebuild> running() {
        return find("state", Rebuild.State.RUNNING).firstResultOptional();
    }
}
