package fr.parchemin.session.transition;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a cancellation is undone. */
@Schema(name = "ResumptionRequest", examples = "{\"reason\": \"Annulée par erreur\"}")
record ResumptionRequest(@NotBlank @Size(max = 1000) String reason) {}
