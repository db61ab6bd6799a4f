package fr.parchemin.session.room;

import fr.parchemin.kit.Ids;
import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.web.IfMatch;
import fr.parchemin.session.centre.ReadCentres;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Records the rooms of a site: the centre its own, the authority all. */
@ApplicationScoped
public class KeepRooms {

    private final RoomRepository rooms;
    private final ReadCentres centres;

    KeepRooms(RoomRepository rooms, ReadCentres centres) {
        this.rooms = rooms;
        this.centres = centres;
    }

    @Transactional
    @Idempotent
    RoomView add(UUID centreId, UUID siteId, RoomRequest request) {
        requireSite(centreId, siteId);
        Room room = new Room(Ids.next(), siteId, request.name(), request.events(), request.used());
        rooms.persistAndFlush(room);
        Log.infof("room %s of site %s added", room.id(), siteId);
        return RoomView.of(room);
    }

    @Transactional
    RoomView change(UUID centreId, UUID siteId, UUID id, RoomRequest request, @Nullable IfMatch ifMatch) {
        requireSite(centreId, siteId);
        Room room = rooms.ofSite(siteId, id).orElseThrow(() -> ProblemException.notFound("room", id));
        IfMatch.require(ifMatch, RoomView.of(room).tag());
        room.change(request.name(), request.events(), request.used());
        rooms.flush();
        return RoomView.of(room);
    }

    List<RoomView> list(UUID centreId, UUID siteId) {
        requireSite(centreId, siteId);
        return ofSite(siteId);
    }

    RoomView one(UUID centreId, UUID siteId, UUID id) {
        requireSite(centreId, siteId);
        return rooms.ofSite(siteId, id).map(RoomView::of).orElseThrow(() -> ProblemException.notFound("room", id));
    }

    /** The rooms of a site by name, whoever asks. */
    public List<RoomView> ofSite(UUID siteId) {
        return rooms.ofSite(siteId).stream().map(RoomView::of).toList();
    }

    /** The names of rooms, whoever asks. */
    public Map<UUID, String> named(Set<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : rooms.list("id in ?1", ids).stream().collect(Collectors.toMap(Room::id, Room::name));
    }

    private void requireSite(UUID centreId, UUID siteId) {
        centres.visible(centreId);
        if (centres.address(centreId, siteId).isEmpty()) {
            throw ProblemException.notFound("site", siteId);
        }
    }
}
