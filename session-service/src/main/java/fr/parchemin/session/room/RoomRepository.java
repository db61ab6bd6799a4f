package fr.parchemin.session.room;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rooms. */
@ApplicationScoped
class RoomRepository implements PanacheRepositoryBase<Room, UUID> {

    /** A site has a few dozen. */
    private static final int MANY = 500;

    /** Those of a site, by name. */
    List<Room> ofSite(UUID siteId) {
        return find("siteId = ?1 order by name, id", siteId).page(0, MANY).list();
    }

    Optional<Room> ofSite(UUID siteId, UUID id) {
        return find("siteId = ?1 and id = ?2", siteId, id).firstResultOptional();
    }
}
