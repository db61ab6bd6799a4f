package fr.parchemin.referentiel.dataquality;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something odd in what a register publishes. */
@Schema(name = "Oddity", description = "Something odd in what a register publishes. It is shown, never mended here.")
public record Oddity(
        @Schema(
                description =
                        "UNKNOWN_LINK: it names a certification that no export holds (detail says whether as"
                                + " SUCCESSOR or PREDECESSOR). ONE_SIDED_LINK: the certification it names does not name it back."
                                + " LEFT_THE_REGISTER: the export of the day in detail no longer held it. ACTIVE_AFTER_ITS_END: it"
                                + " is said to be active although its registration ended on the day in detail. REJECTED: the"
                                + " record in the last file could not be taken. WARNING: a value in it looks wrong and was kept.")
        Kind kind,

        @Schema(description = "The certification; null when the record had no number.", examples = "RNCP37722")
        @Nullable
        String number,

        @Schema(description = "The certification at the other end of the link.", examples = "RNCP35313") @Nullable
        String other,

        @Schema(examples = "SUCCESSOR") String detail) {

    /** What is odd about it. */
    @Schema(name = "OddityKind")
    public enum Kind {
        UNKNOWN_LINK,
        ONE_SIDED_LINK,
        LEFT_THE_REGISTER,
        ACTIVE_AFTER_ITS_END,
        REJECTED,
        WARNING
    }
}
