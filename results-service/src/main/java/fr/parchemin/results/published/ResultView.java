package fr.parchemin.results.published;

import fr.parchemin.results.audit.NamesPeople;
import fr.parchemin.results.record.BlockResult;
import fr.parchemin.results.record.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The outcome of one candidate in one session, as told outside. */
@Schema(name = "Result")
public record ResultView(
        UUID enrolmentId,
        UUID candidateId,
        UUID sessionId,
        String certificationNumber,
        @Nullable String blockCode,
        Outcome outcome,
        List<Block> blocks,
        boolean titleAwarded,
        Instant notifiedAt,

        @Schema(description = "When what shows here last changed; the list is in this order.")
        Instant updatedAt,

        @Schema(description = "Day on which the session was annulled (R121): the outcome is void. Null otherwise.")
        @Nullable
        LocalDate annulledOn)
        implements NamesPeople {

    @Override
    public Collection<UUID> people() {
        return List.of(candidateId);
    }

    /** One block and what became of it. */
    @Schema(name = "ResultBlock")
    public record Block(String code, BlockResult.Result result) {}

    static ResultView of(PublishedResult r) {
        return new ResultView(
                r.enrolmentId(),
                r.candidateId(),
                r.sessionId(),
                r.certificationNumber(),
                r.blockCode(),
                r.outcome(),
                r.blocks().stream().map(b -> new Block(b.code(), b.result())).toList(),
                r.titleAwarded(),
                Objects.requireNonNull(r.notifiedAt()),
                Objects.requireNonNull(r.updatedAt()),
                r.annulledOn());
    }
}
