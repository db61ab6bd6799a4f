package fr.parchemin.session.identitycheck;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An official document was looked at. */
@Schema(
        name = "IdentityCheckRequest",
        examples = "{\"document\": \"NATIONAL_ID\", \"checkedBy\": \"Fictif Responsable\"}")
record IdentityCheckRequest(
        @NotNull
        @Pattern(regexp = "[A-Z_]{1,40}", message = "A kind of document such as NATIONAL_ID.")
        @Schema(description = "Kind of document; GET /v1/rules lists the accepted ones (identity.documents).")
        String document,

        @NotBlank @Size(max = 100) @Schema(description = "Name of the person who looked at it.")
        String checkedBy) {}
