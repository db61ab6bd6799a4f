package fr.parchemin.results.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rebuild of the figures, under way or done. */
@Schema(name = "StatisticsRebuild", description = "A count of everything from the records.")
record RebuildView(
        UUID id,
        Rebuild.State state,
        Progress progress,
        Instant startedAt,
        @Nullable Instant endedAt,

        @Schema(description = "How long it took, or has taken so far.", examples = "PT41.2S")
        String duration) {

    /** How far it is. */
    @Schema(name = "StatisticsRebuildProgress")
    record Progress(
            long done,
            long total,
            @Schema(examples = "sessions") String unit) {}

    static RebuildView of(Rebuild rebuild, Instant now) {
        Instant end = rebuild.endedAt();
        return new RebuildView(
                rebuild.id(),
                rebuild.state(),
                new Progress(rebuild.done(), Math.max(rebuild.done(), rebuild.total()), "sessions"),
                rebuild.startedAt(),
                end,
                Duration.between(rebuild.startedAt(), end == null ? now : end).toString());
    }
}
