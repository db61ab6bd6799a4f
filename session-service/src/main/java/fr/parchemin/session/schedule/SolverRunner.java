package fr.parchemin.session.schedule;

import fr.parchemin.session.planning.Plan;
import fr.parchemin.session.planning.PlanSolver;
import fr.parchemin.session.planning.Task;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Searches beside the requests and outside any transaction; once a second it tells how far it is. */
@ApplicationScoped
class SolverRunner {

    private static final int LONGEST_STOP_SECONDS = 4;

    private final StartSolving start;
    private final KeepPlan keep;
    private final SolvingConfig config;
    private final Map<UUID, Running> running = new ConcurrentHashMap<>();
    private final ExecutorService threads;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("schedule-heart").daemon().factory());
    private volatile boolean stopping;

    SolverRunner(StartSolving start, KeepPlan keep, SolvingConfig config) {
        this.start = start;
        this.keep = keep;
        this.config = config;
        this.threads = Executors.newFixedThreadPool(
                config.parallel(),
                Thread.ofPlatform().name("schedule-", 1).daemon().factory());
    }

    /** A search from its acceptance to its end; the plans come from the solving thread, the heart reads them. */
    private static final class Running {
        private final UUID sessionId;
        private final UUID run;
        private final PlanSolver solver;
        private volatile long beganAt;
        private volatile @Nullable Plan latest;
        private volatile @Nullable Plan written;
        private volatile int improvements;
        private volatile @Nullable Integer completeMillis;

        private Running(UUID sessionId, UUID run, Task task, PlanSolver.Limits limits) {
            this.sessionId = sessionId;
            this.run = run;
            this.solver = new PlanSolver(task, limits);
        }

        private void better(Plan plan) {
            improvements = improvements + 1;
            if (completeMillis == null && plan.complete()) {
                completeMillis = elapsed();
            }
            latest = plan;
        }

        private int elapsed() {
            return beganAt == 0 ? 0 : (int) ((System.nanoTime() - beganAt) / 1_000_000);
        }

        private Schedule.Progress progress() {
            Plan plan = latest;
            return new Schedule.Progress(
                    plan == null ? 0 : plan.placed().size(),
                    improvements,
                    completeMillis,
                    elapsed(),
                    plan == null || plan.score().isEmpty() ? null : plan.score());
        }
    }

    void begin(@Observes StartupEvent event) {
        keep.interrupted(config.node());
        heart.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        stopping = true;
        running.values().forEach(r -> r.solver.stop());
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                Log.warn("a search for a schedule did not end in time; the next start tells so");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        heart.shutdownNow();
    }

    /** Begins the search that was accepted; call it after that transaction. Sent again, a request begins nothing twice. */
    void submit(ScheduleView view, int seconds) {
        start.take(view.run()).ifPresent(task -> {
            Running r = new Running(
                    view.sessionId(),
                    view.run(),
                    task,
                    new PlanSolver.Limits(Duration.ofSeconds(seconds), config.calmSteps(), config.seed()));
            running.put(r.run, r);
            threads.execute(() -> run(r));
        });
    }

    private void run(Running r) {
        r.beganAt = System.nanoTime();
        try {
            Plan plan = r.solver.solve(r::better);
            keep.end(r.sessionId, r.run, r.progress(), plan, stopping);
        } catch (RuntimeException e) {
            Log.errorf(e, "the schedule of session %s could not be solved", r.sessionId);
            fail(r);
        } finally {
            running.remove(r.run);
        }
    }

    private void fail(Running r) {
        try {
            keep.fail(
                    r.sessionId,
                    r.run,
                    ScheduleState.FAILED,
                    "The search broke off. The plan of before stands: solve again; if it happens again, tell the operator the number of this session.");
        } catch (RuntimeException e) {
            Log.errorf(e, "the end of the search for session %s could not be recorded", r.sessionId);
        }
    }

    private void beat() {
        for (Running r : running.values()) {
            try {
                Plan latest = r.latest;
                boolean news = latest != null && latest.complete() && latest != r.written;
                if (keep.alive(r.sessionId, r.run, r.progress(), news ? latest : null)) {
                    if (news) {
                        r.written = latest;
                    }
                } else {
                    r.solver.stop();
                }
            } catch (RuntimeException e) {
                Log.warnf(e, "the search for session %s could not tell that it is alive", r.sessionId);
            }
        }
    }
}
