package fr.parchemin.results.declaration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why something is done with a file or a holder. */
@Schema(examples = "{\"reason\": \"Letter of 14 December 2026, invented\"}")
record ReasonRequest(@NotBlank @Size(max = 4000) String reason) {}
