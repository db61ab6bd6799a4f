package fr.parchemin.session.incident;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a ban is lifted. */
@Schema(name = "BanLiftingRequest", examples = "{\"reason\": \"Recours hiérarchique accueilli (fictif)\"}")
record LiftingRequest(@NotBlank @Size(max = 500) String reason) {}
