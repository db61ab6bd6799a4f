package fr.parchemin.session.room;

import fr.parchemin.kit.web.EntityTags;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A room as callers see it. */
@Schema(name = "Room", description = "A room of an exam site in which one jury at a time receives one candidate.")
public record RoomView(
        UUID id,
        int version,
        UUID siteId,
        @Schema(examples = "Salle 12") String name,

        @Schema(description = "Events that are held in it; empty when it takes all.")
        List<String> eventCodes,

        @Schema(description = "Whether new plans may use it.")
        boolean inUse) {

    static RoomView of(Room r) {
        return new RoomView(r.id(), r.version(), r.siteId(), r.name(), r.eventCodes(), r.inUse());
    }

    String tag() {
        return EntityTags.of("room", id, version);
    }
}
