package fr.parchemin.session.centre;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A centre as callers see it. */
@Schema(name = "Centre", description = "A body that may be approved to hold exam sessions.")
public record CentreView(
        UUID id,
        int version,
        @Schema(examples = "98222438800016") String siret,
        String name,
        Instant createdAt) {

    static CentreView of(Centre c) {
        return new CentreView(c.id(), c.version(), c.siret(), c.name(), c.createdAt());
    }
}
