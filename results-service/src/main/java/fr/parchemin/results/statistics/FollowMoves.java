package fr.parchemin.results.statistics;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Tells those who watch that figures or lists moved, whichever process moved them: one look a second at three rows, however many
 * watch.
 */
@ApplicationScoped
class FollowMoves {

    /** That something moved. */
    @Schema(name = "StatisticsMoved")
    record Moved(
            @Schema(description = "When results were last counted.")
            Instant countedUntil,

            @Schema(
                    description =
                            "Which of figures, records (their list) and declarations are others than a moment ago.",
                    examples = "[\"figures\", \"records\"]")
            List<String> what) {}

    private final FiguresRepository figures;
    private final BroadcastProcessor<Moved> moves = BroadcastProcessor.create();
    private Map<String, Instant> before = Map.of();

    FollowMoves(FiguresRepository figures) {
        this.figures = figures;
    }

    /** Everything that moves from now on; who reads too slowly misses what was overtaken. */
    Multi<Moved> moves() {
        return moves.onOverflow().dropPreviousItems();
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        Map<String, Instant> now;
        try {
            now = figures.moved();
        } catch (IllegalStateException e) {
            Log.debugf("moves cannot be looked for: %s", e.getMessage());
            return;
        }
        List<String> what = now.entrySet().stream()
                .filter(e -> !before.isEmpty() && !e.getValue().equals(before.get(e.getKey())))
                .map(e -> e.getKey().toLowerCase(Locale.ROOT))
                .toList();
        before = now;
        if (!what.isEmpty()) {
            moves.onNext(new Moved(Objects.requireNonNull(now.get("FIGURES")), what));
        }
    }
}
