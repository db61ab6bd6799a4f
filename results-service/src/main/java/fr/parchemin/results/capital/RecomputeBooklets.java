package fr.parchemin.results.capital;

import fr.parchemin.kit.Ids;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A change of correspondences concerns everybody who holds something of the titles it names. Their booklets are computed
 * again page by page, each page in a transaction of its own: a program that falls goes on where it was.
 */
@ApplicationScoped
public class RecomputeBooklets {

    private static final int PAGE = 500;

    private final BookletTaskRepository tasks;
    private final KeepCapital capital;
    private final SyncRecognitions sync;
    private final Clock clock;

    RecomputeBooklets(BookletTaskRepository tasks, KeepCapital capital, SyncRecognitions sync, Clock clock) {
        this.tasks = tasks;
        this.capital = capital;
        this.sync = sync;
        this.clock = clock;
    }

    /** Asks for the booklets of whoever holds something of these titles; returns the task. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID ask(Collection<String> certifications, String reason) {
        BookletTask task = new BookletTask(
                Ids.next(),
                reason,
                List.copyOf(new TreeSet<>(certifications)),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        tasks.persist(task);
        return task.id();
    }

    @Scheduled(every = "{parchemin.booklets.recompute-every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    void work() {
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(this::page);
        }
    }

    private boolean page() {
        BookletTask task = tasks.next();
        if (task == null) {
            return false;
        }
        List<UUID> people = tasks.touched(task.certifications(), task.after(), PAGE);
        if (people.isEmpty()) {
            task.end(clock.instant().truncatedTo(ChronoUnit.MICROS));
            Log.infof("booklets computed again: %d, changed: %d", task.done(), task.changed());
            return true;
        }
        capital.lock(people);
        task.advance(people.getLast(), people.size(), sync.sync(capital.of(people), task.reason()));
        return true;
    }
}
