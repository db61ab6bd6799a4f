package fr.parchemin.referentiel.certification;

import fr.parchemin.referentiel.identifier.Register;
import fr.parchemin.referentiel.sheet.AccessRoute;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which certifications a list has, and in which order. */
public class CertificationFilter {

    @QueryParam("q")
    @Parameter(
            description =
                    "French words of the number, the title, the acronym, or of the blocks, occupations, themes and certifiers:"
                            + " all of them. Endings, accents and case do not matter; a word that the catalogue does not have is"
                            + " taken for the nearest ones of the titles that it has. A number is found with its prefix or"
                            + " without and comes first.",
            example = "mediation")
    @Size(max = 200)
    @Nullable
    String q;

    @QueryParam("register")
    @Parameter(description = "National register.", example = "RNCP")
    @Nullable
    Register register;

    @QueryParam("type")
    @Parameter(description = "Code of the kind of certification; TP is a titre professionnel.", example = "TP")
    @Size(max = 50)
    @Nullable
    String type;

    @QueryParam("level")
    @Parameter(description = "Level of qualification.", example = "3")
    @Min(1)
    @Max(8)
    @Nullable
    Integer level;

    @QueryParam("active")
    @Parameter(description = "Whether the registration runs.", example = "true")
    @Pattern(regexp = "true|false", message = "true or false")
    @Nullable
    String active;

    @QueryParam("validOn")
    @Parameter(description = "Day within the registration.", example = "2026-11-23")
    @Nullable
    LocalDate validOn;

    @QueryParam("nsf")
    @Parameter(description = "Code of a training specialty.", example = "332t")
    @Nullable
    String nsf;

    @QueryParam("rome")
    @Parameter(description = "Code of an occupation.", example = "K1204")
    @Nullable
    String rome;

    @QueryParam("formacode")
    @Parameter(description = "Code of a training theme.", example = "44091")
    @Nullable
    String formacode;

    @QueryParam("certifierSiret")
    @Parameter(description = "SIRET of a certifier.", example = "11000007200014")
    @Nullable
    String certifierSiret;

    @QueryParam("route")
    @Parameter(description = "Access route that is open.", example = "APPRENTICESHIP")
    @Nullable
    AccessRoute route;

    @QueryParam("updatedSince")
    @Parameter(
            description =
                    "Changed here at or after this instant. To keep a copy: list with sort=updatedAt to the last page, keep the"
                            + " last updatedAt seen, and give it here the next time. That row comes again, and none is missed.",
            example = "2026-11-23T00:00:00Z")
    @Nullable
    Instant updatedSince;

    @QueryParam("sort")
    @Parameter(
            description =
                    "relevance (default with q, best first), or in ascending order: number (default without q), title,"
                            + " registrationEndsOn (unknown last), updatedAt. By updatedAt, what was written while an earlier"
                            + " change was still under way is held back until that one is there.")
    @Pattern(
            regexp = "relevance|number|title|registrationEndsOn|updatedAt",
            message = "relevance, number, title, registrationEndsOn or updatedAt")
    @Nullable
    String sort;

    /** Everything that a cursor is bound to. */
    @Nullable
    Object[] fingerprint() {
        return new @Nullable Object[] {
            q, register, type, level, active, validOn, nsf, rome, formacode, certifierSiret, route, updatedSince, sort
        };
    }

    /** The order asked for, or the one that comes by itself. */
    String order() {
        if (q == null) {
            return sort == null || sort.equals("relevance") ? "number" : sort;
        }
        return sort == null ? "relevance" : sort;
    }
}
