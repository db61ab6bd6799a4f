package fr.parchemin.session.draw;

import fr.parchemin.session.examsession.KitSituation;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A draw as callers see it. */
@Schema(name = "Draw", description = "The situations that a candidate drew for an event.")
public record DrawView(
        UUID id,
        UUID sessionId,
        UUID enrolmentId,
        String eventCode,

        @Schema(description = "1 for the draw, more for draws that were repeated with a reason.")
        int rank,

        @Schema(description = "What was drawn, in the order of the picks.")
        List<Situation> situations,

        Instant drawnAt,
        String drawnBy,
        @Nullable String redrawReason,

        @Schema(description = "SHA-256 that binds the seed and the pool; the proof gives both.")
        String commitment) {

    static DrawView of(SituationDraw d) {
        return new DrawView(
                d.id(),
                d.sessionId(),
                d.enrolmentId(),
                d.eventCode(),
                d.rank(),
                d.drawn().stream().map(Situation::of).toList(),
                d.drawnAt(),
                d.drawnBy(),
                d.redrawReason(),
                HexFormat.of().formatHex(d.commitment()));
    }

    /** A situation. */
    @Schema(name = "DrawnSituation")
    public record Situation(String code, String type, String label) {

        static Situation of(KitSituation s) {
            return new Situation(s.code(), s.type(), s.label());
        }
    }
}
