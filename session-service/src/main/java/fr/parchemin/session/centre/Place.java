package fr.parchemin.session.centre;

import java.util.UUID;

/** A site with its centre: where a session is held. */
public record Place(
        UUID centreId,
        String centreSiret,
        String centreName,
        UUID siteId,
        String siteName,
        String siteCity,
        String sitePostalCode,
        String siteInseeCode,
        String timeZone) {

    static Place of(Centre centre, ExamSite site) {
        return new Place(
                centre.id(),
                centre.siret(),
                centre.name(),
                site.id(),
                site.name(),
                site.city(),
                site.postalCode(),
                site.inseeCode(),
                site.timeZone());
    }
}
