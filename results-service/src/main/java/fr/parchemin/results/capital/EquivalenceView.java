package fr.parchemin.results.capital;

import fr.parchemin.results.audit.NamesPeople;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A decision on equivalence as recorded. */
@Schema(name = "Equivalence")
record EquivalenceView(
        UUID id,
        UUID candidateId,
        String certificationNumber,

        @Schema(description = "Codes of the blocks granted; none for the whole title.")
        List<String> blocks,

        String reference,
        String reason,
        LocalDate decidedOn,
        Instant recordedAt,
        boolean revoked)
        implements NamesPeople {

    static EquivalenceView of(Equivalence e, boolean revoked) {
        return new EquivalenceView(
                e.id(),
                e.candidateId(),
                e.certificationNumber(),
                e.blocks(),
                e.reference(),
                e.reason(),
                e.decidedOn(),
                e.recordedAt(),
                revoked);
    }

    @Override
    public Collection<UUID> people() {
        return List.of(candidateId);
    }
}
