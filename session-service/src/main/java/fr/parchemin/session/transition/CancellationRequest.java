package fr.parchemin.session.transition;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A cancellation. */
@Schema(name = "CancellationRequest", examples = "{\"reason\": \"Plateau technique indisponible\"}")
record CancellationRequest(@NotBlank @Size(max = 1000) String reason) {}
