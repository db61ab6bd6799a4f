package fr.parchemin.session.centre;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A site as callers see it. */
@Schema(name = "Site", description = "Equipped place of a centre where the assessment is held.")
public record SiteView(
        UUID id,
        int version,
        UUID centreId,
        String name,
        String addressLine,
        String postalCode,
        String city,
        String inseeCode,
        @Schema(examples = "Europe/Paris") String timeZone) {

    static SiteView of(ExamSite s) {
        return new SiteView(
                s.id(),
                s.version(),
                s.centreId(),
                s.name(),
                s.addressLine(),
                s.postalCode(),
                s.city(),
                s.inseeCode(),
                s.timeZone());
    }
}
