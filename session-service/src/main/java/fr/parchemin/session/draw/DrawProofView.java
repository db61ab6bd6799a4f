package fr.parchemin.session.draw;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Everything needed to replay a draw. */
@Schema(name = "DrawProof", description = "Everything needed to replay a draw with any HMAC-SHA256 program.")
record DrawProofView(
        UUID drawId,

        @Schema(description = "The computation, step by step.")
        String algorithm,

        @Schema(description = "32 random bytes, in hexadecimal digits.")
        String seed,

        @Schema(description = "SHA-256 of seed and pool, in hexadecimal digits.")
        String commitment,

        @Schema(description = "When the commitment was fixed: before the draw, see the commitments of the session.")
        Instant committedAt,

        @Schema(description = "What the draw was for.") String context,

        @Schema(description = "Situations offered, in order.")
        List<DrawView.Situation> pool,

        @Schema(description = "Each pick.") List<Pick> picks,

        @Schema(description = "Whether this service, replaying it now, gets the same.")
        boolean replayed) {

    static DrawProofView of(SituationDraw d, boolean replayed) {
        return new DrawProofView(
                d.id(),
                UniformDrawPolicy.ALGORITHM,
                HexFormat.of().formatHex(d.seed()),
                HexFormat.of().formatHex(d.commitment()),
                d.committedAt(),
                d.context(),
                d.offered().stream().map(DrawView.Situation::of).toList(),
                UniformDrawPolicy.draw(d.seed(), d.context(), d.offered(), d.types()).stream()
                        .map(Pick::of)
                        .toList(),
                replayed);
    }

    /** One pick. */
    @Schema(name = "DrawPick")
    record Pick(
            int pick,
            @Schema(description = "Type drawn, * for any.") String type,

            @Schema(description = "Codes among which was drawn.")
            List<String> candidates,

            int counter,
            String hmac,
            int index,
            String code) {

        static Pick of(UniformDrawPolicy.Step s) {
            return new Pick(s.pick(), s.type(), s.candidates(), s.counter(), s.hmac(), s.index(), s.code());
        }
    }
}
