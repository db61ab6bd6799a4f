package fr.parchemin.referentiel.imports;

import fr.parchemin.referentiel.imports.ImportJob.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import as its sender sees it. */
@Schema(name = "Import", description = "A file of the national registers on its way in.")
record ImportView(
        UUID id,

        @Schema(
                description =
                        "RECEIVED: waits. RUNNING. DONE: all of it is in force. REFUSED: the file cannot be taken, problem"
                                + " says why. FAILED: our fault; send it again. In the last two nothing has changed.")
        State state,

        @Schema(examples = "export-fiches-rncp-v4-1-2026-11-23.zip")
        String fileName,

        @Schema(description = "Size of the file.") long bytes,

        @Schema(description = "SHA-256 of the file, hexadecimal.")
        String sha256,

        @Schema(description = "Whether it only reports and changes nothing.")
        boolean dryRun,

        @Schema(description = "Whether it may be older than what is recorded.")
        boolean force,

        @Schema(description = "Client that sent it.") String submittedBy,
        Instant submittedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,

        @Schema(description = "XML or CSV.", examples = "XML") @Nullable
        String feed,

        @Schema(description = "Version that the feed says it has.", examples = "4.1") @Nullable
        String version,

        @Schema(description = "Registers that the file holds.", examples = "RNCP")
        List<String> registers,

        @Schema(description = "Day of the export, read from the names of the files.") @Nullable
        LocalDate exportDate,

        Progress progress,
        ImportCounts counts,

        @Schema(description = "Elements or columns that no known version of the feed has, with how often.")
        Map<String, Integer> unknownTags,

        @Nullable Problem problem) {

    /** How far it is. */
    @Schema(name = "ImportProgress", description = "How far it is; bytes as they lie in the file.")
    record Progress(long bytesRead, long bytesTotal, int read) {}

    /** Why nothing changed. */
    @Schema(name = "ImportProblem", description = "Why the file was not taken.")
    record Problem(@Schema(examples = "import-refused") String type, String title, String detail) {

        static Problem of(State state, String detail) {
            return state == State.REFUSED
                    ? new Problem("import-refused", "The file cannot be taken", detail)
                    : new Problem("import-failed", "The import broke off", detail);
        }
    }
}
