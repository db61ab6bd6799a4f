package fr.parchemin.referentiel.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something odd in a file. */
@Schema(description = "Something odd in the file.")
record ImportFinding(
        @Schema(description = "REJECTED: the record was kept out. WARNING: it was taken, the value as it came.")
        Kind kind,

        @Schema(examples = "RNCP40505") @Nullable String number,

        @Schema(description = "Line of the file, from 1.") @Nullable
        Integer line,

        @Schema(examples = "Two blocks have the code 01.") String reason) {

    enum Kind {
        REJECTED,
        WARNING
    }
}
