package fr.parchemin.results.privacy;

import fr.parchemin.results.audit.NamesPeople;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A correction of a frozen identity as recorded. */
@Schema(name = "IdentityCorrection")
record IdentityCorrectionView(
        UUID id,
        UUID candidateId,
        int formerVersion,
        int version,

        @Schema(
                description =
                        "Names of the fields that differ between the two; their values are in neither list nor log.")
        List<String> fields,

        String reason,
        String document,
        LocalDate decidedOn,
        Instant recordedAt)
        implements NamesPeople {

    @Override
    public Collection<UUID> people() {
        return List.of(candidateId);
    }
}
