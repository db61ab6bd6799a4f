package fr.parchemin.session.centre;

import fr.parchemin.session.identifier.Identifiers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A site to add to a centre. */
@Schema(
        name = "SiteRequest",
        examples =
                "{\"name\": \"Plateau technique\", \"addressLine\": \"1 rue Fictive\", \"postalCode\": \"35000\", \"city\": \"Rennes\", \"inseeCode\": \"35238\"}")
record SiteRequest(
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 300) String addressLine,

        @NotNull @Pattern(regexp = "[0-9]{5}", message = "Five digits.")
        String postalCode,

        @NotBlank @Size(max = 200) String city,

        @NotNull @Pattern(regexp = Identifiers.INSEE, message = "An INSEE code of a commune, such as 35238 or 2A004.")
        String inseeCode,

        @Schema(
                description = "IANA time zone of the place: days of sessions are days there.",
                defaultValue = "Europe/Paris",
                examples = "Indian/Reunion")
        @Size(max = 60)
        String timeZone) {

    SiteRequest {
        name = name == null ? name : Identifiers.label(name);
        city = city == null ? city : Identifiers.label(city);
        timeZone = timeZone == null ? "Europe/Paris" : timeZone;
    }
}
