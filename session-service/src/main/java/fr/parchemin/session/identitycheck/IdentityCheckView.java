package fr.parchemin.session.identitycheck;

import fr.parchemin.kit.web.EntityTags;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A check of an identity as callers see it. */
@Schema(name = "IdentityCheck", description = "That a candidate's official document was looked at.")
public record IdentityCheckView(
        UUID enrolmentId,
        int version,
        @Schema(examples = "NATIONAL_ID") String document,
        String checkedBy,
        Instant checkedAt) {

    static IdentityCheckView of(IdentityCheck c) {
        return new IdentityCheckView(c.enrolmentId(), c.version(), c.document(), c.checkedBy(), c.checkedAt());
    }

    String tag() {
        return EntityTags.of("identity-check", enrolmentId, version);
    }
}
