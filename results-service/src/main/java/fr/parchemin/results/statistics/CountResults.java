package fr.parchemin.results.statistics;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps the figures in step with the records. What changes a result notes its session here, in its own transaction; the session is
 * counted again right after, in the transaction in which the note goes. So nothing is forgotten, and a note that comes twice
 * changes nothing.
 */
@ApplicationScoped
public class CountResults {

    private static final int MANY = 50;

    private final CountRepository counts;
    private final int minimumCell;

    CountResults(
            CountRepository counts, @ConfigProperty(name = "statistics.min-cell", defaultValue = "5") int minimumCell) {
        this.counts = counts;
        this.minimumCell = minimumCell;
    }

    /** The results of these sessions are others than before: a record is validated, or something of it no longer counts. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void changed(Collection<UUID> sessionIds) {
        if (!sessionIds.isEmpty()) {
            counts.due(sessionIds);
        }
    }

    @Scheduled(every = "{parchemin.statistics.count-every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    void work() {
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().timeout(300).call(this::some);
        }
    }

    /** Counts the oldest that are due; returns whether there may be more. */
    private boolean some() {
        if (!counts.alone()) {
            return false;
        }
        List<CountRepository.Due> due = counts.take(MANY);
        if (due.isEmpty()) {
            return false;
        }
        List<UUID> sessions = due.stream()
                .map(CountRepository.Due::sessionId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!sessions.isEmpty()) {
            counts.recount(sessions, true);
            counts.unrounded(minimumCell, Integer.MAX_VALUE).forEach(s -> counts.round(s, minimumCell, true));
        }
        counts.moved(due.stream().map(CountRepository.Due::what).collect(Collectors.toSet()));
        return due.size() == MANY;
    }
}
