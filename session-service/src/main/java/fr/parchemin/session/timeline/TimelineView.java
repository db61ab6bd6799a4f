package fr.parchemin.session.timeline;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What happened to a session. */
@Schema(name = "Timeline", description = "What happened to a session, first things first, and what it waits for.")
record TimelineView(
        List<Act> items,

        @Schema(description = "null once the session is over or called off.") @Nullable
        NextStep next) {

    /** One act. */
    @Schema(name = "SessionAct")
    record Act(
            @Schema(description = "What was done.", examples = "SUMMON")
            String step,

            @Schema(description = "The enrolment that it was about, when it was about one.") @Nullable
            UUID enrolmentId,

            @Schema(description = "State of the session after it.", examples = "CONVOKED")
            String state,

            @Schema(description = "When.") Instant at,

            @Schema(
                    description = "Who: subject of the token, or results-service when the record moved.",
                    examples = "demo-centre")
            String by,

            @Schema(description = "Why, when a reason was given.", examples = "Accord écrit des candidats") @Nullable
            String reason) {}
}
