package fr.parchemin.session.draw;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A commitment as callers see it: without the seed. */
@Schema(
        name = "DrawCommitment",
        description = "Fixed before the draw: the proof of the draw must give the same digits.")
record DrawCommitmentView(
        UUID enrolmentId,
        @Schema(examples = "MSP") String eventCode,

        @Schema(description = "1 for the draw, more for draws that are made again with a reason.")
        int rank,

        @Schema(description = "SHA-256 of seed and pool, in hexadecimal digits.")
        String commitment,

        Instant committedAt) {

    static DrawCommitmentView of(DrawCommitment c) {
        return new DrawCommitmentView(
                c.enrolmentId(), c.eventCode(), c.rank(), HexFormat.of().formatHex(c.commitment()), c.committedAt());
    }
}
