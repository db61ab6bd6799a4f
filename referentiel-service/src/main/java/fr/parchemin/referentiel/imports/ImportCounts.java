package fr.parchemin.referentiel.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the records of a file. {@code read} is the sum of created to rejected, without missing. */
@Schema(name = "ImportCounts", description = "What became of the records of the file.")
record ImportCounts(
        @Schema(description = "Records in the file.", examples = "25638")
        int read,

        @Schema(description = "Seen for the first time.") int created,

        @Schema(description = "Changed, registration running as before.")
        int updated,

        @Schema(description = "As recorded.") int unchanged,

        @Schema(description = "Changed, and the registration no longer runs.")
        int closed,

        @Schema(description = "Recorded, but no longer in the file; kept and marked.")
        int missing,

        @Schema(description = "Kept out; the report says why.")
        int rejected) {

    static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0, 0, 0);
}
