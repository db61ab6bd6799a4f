package fr.parchemin.results.declaration;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A receipt of processing as it was taken in. */
@Schema(name = "DeclarationReceipt")
record ReceiptView(
        @Schema(description = "SHA-256 of the file received; the same file changes nothing a second time.")
        String sha256,

        @Nullable @Schema(description = "Name of the deposited file, as the receipt has it.")
        String fileName,

        @Nullable @Schema(description = "Number of the processing at the Caisse des Dépôts.")
        String treatmentId,

        int accepted,
        int rejected,
        Instant receivedAt,
        String receivedBy) {}
