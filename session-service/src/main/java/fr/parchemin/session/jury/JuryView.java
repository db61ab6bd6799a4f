package fr.parchemin.session.jury;

import fr.parchemin.kit.web.EntityTags;
import fr.parchemin.session.rules.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A jury as callers see it. */
@Schema(name = "Jury", description = "The accredited professionals who assess and deliberate together.")
record JuryView(
        UUID sessionId,
        int version,
        List<Member> members,

        @Schema(description = "What was missing for the summons when it was appointed.")
        List<Finding> warnings) {

    String tag() {
        return EntityTags.of("jury", sessionId, version);
    }

    /** A member. */
    @Schema(name = "JuryMember")
    record Member(
            UUID jurorId,
            String lastName,
            String firstName,
            @Nullable LocalDate charterAcceptedOn,

            @Schema(description = "Present at the opening.") boolean present) {}
}
