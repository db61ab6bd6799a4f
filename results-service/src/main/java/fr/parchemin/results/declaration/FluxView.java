package fr.parchemin.results.declaration;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A file for the Caisse des Dépôts. */
@Schema(name = "Declaration")
record FluxView(
        @Schema(description = "Also the idFlux in the file.")
        UUID id,

        @Schema(examples = "RNCP37722") String certificationNumber,
        Flux.Action action,

        @Schema(description = "Whether it has those alone that are sent again after a rejection.")
        boolean resentOnly,

        @Schema(examples = "1.1.5") String schemaVersion,
        Flux.State state,

        @Schema(description = "The moment written into the file.")
        Instant stampedAt,

        String fileName,

        @Schema(description = "Holders in the file; grows while it is being built.")
        int passages,

        @Schema(description = "Holders found not to be declarable while it was built; each says why.")
        int setAside,

        @Schema(description = "Bytes of the file.") long bytes,

        @Nullable @Schema(description = "SHA-256 of the file, once it is built.")
        String sha256,

        @Nullable Instant depositedAt,

        @Nullable @Schema(description = "What the portal calls the deposit.")
        String reference,

        @Nullable
        @Schema(description = "Why it was refused, given up or is empty, or why those without a verdict were set free.")
        String reason,

        int version) {

    static FluxView of(Flux f) {
        return new FluxView(
                f.id(),
                f.certificationNumber(),
                f.action(),
                f.resentOnly(),
                f.schema().number(),
                f.state(),
                f.stampedAt(),
                f.fileName(),
                f.passages(),
                f.setAside(),
                f.bytes(),
                f.sha256(),
                f.depositedAt(),
                f.reference(),
                f.reason(),
                f.version());
    }
}
