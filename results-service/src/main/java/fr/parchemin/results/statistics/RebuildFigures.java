package fr.parchemin.results.statistics;

import fr.parchemin.kit.Ids;
import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.results.ProblemType;
import fr.parchemin.results.audit.AuditTrail;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Counts everything from the start: session by session from the records, then what analysts see, then each level of the sums.
 * Each step is a transaction of its own, so figures can be read meanwhile, new results are counted in between, and a program
 * that falls goes on where it was.
 */
@ApplicationScoped
class RebuildFigures {

    private static final int SESSIONS = 500;
    private static final int SHEETS = 50;

    private final RebuildRepository rebuilds;
    private final CountRepository counts;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;
    private final int minimumCell;

    RebuildFigures(
            RebuildRepository rebuilds,
            CountRepository counts,
            AuditTrail audit,
            Caller caller,
            Clock clock,
            @ConfigProperty(name = "statistics.min-cell", defaultValue = "5") int minimumCell) {
        this.rebuilds = rebuilds;
        this.counts = counts;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
        this.minimumCell = minimumCell;
    }

    /** One level of one table of sums. */
    private record Level(Cube cube, Cube.Half half, int number) {}

    private static final List<Level> LEVELS = Stream.of(Cube.FIGURES, Cube.COMPETENCES)
            .flatMap(cube -> cube.halves().stream()
                    .flatMap(half -> half.levels().stream().map(number -> new Level(cube, half, number))))
            .toList();

    /**
     * Orders one.
     *
     * @throws ProblemException 409 while one is under way
     */
    @Transactional
    @Idempotent
    RebuildView order() {
        rebuilds.running().ifPresent(other -> {
            throw new ProblemException(ProblemType.REBUILD_RUNNING, "See /v1/statistics/rebuilds/" + other.id() + ".");
        });
        Instant now = now();
        Rebuild rebuild = new Rebuild(Ids.next(), caller.subject(), counts.recorded(), now);
        rebuilds.persistAndFlush(rebuild);
        audit.change("statisticsRebuilt", "statistics", rebuild.id(), null, Map.of("sessions", rebuild.total()));
        return RebuildView.of(rebuild, now);
    }

    @Transactional
    RebuildView one(UUID id) {
        return rebuilds.findByIdOptional(id)
                .map(r -> RebuildView.of(r, now()))
                .orElseThrow(() -> ProblemException.notFound("rebuild", id));
    }

    @Scheduled(every = "{parchemin.statistics.rebuild-every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    void work() {
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().timeout(600).call(this::step);
        }
    }

    /** Takes one step of the rebuild under way; false when there is none, or somebody else counts just now. */
    private boolean step() {
        // Read once nobody else can take the same step.
        if (!rebuilds.any() || !counts.alone()) {
            return false;
        }
        Rebuild rebuild = rebuilds.running().orElse(null);
        if (rebuild == null) {
            return false;
        }
        if (rebuild.step() == 0) {
            List<UUID> sessions = counts.sessions(rebuild.after(), SESSIONS);
            if (sessions.isEmpty()) {
                rebuild.next();
            } else {
                counts.recount(sessions, false);
                rebuild.counted(sessions.getLast(), sessions.size());
            }
        } else if (rebuild.step() == 1) {
            List<CountRepository.Sheet> sheets = counts.unrounded(minimumCell, SHEETS);
            if (sheets.isEmpty()) {
                rebuild.next();
            }
            sheets.forEach(s -> counts.round(s, minimumCell, false));
        } else if (rebuild.step() - 2 < LEVELS.size()) {
            Level level = LEVELS.get(rebuild.step() - 2);
            counts.sum(level.cube(), level.half(), level.number());
            rebuild.next();
        } else {
            rebuild.end(now());
            counts.moved(Set.of("FIGURES"));
            Log.infof("the figures of %d sessions are counted from the start", rebuild.done());
        }
        return true;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
