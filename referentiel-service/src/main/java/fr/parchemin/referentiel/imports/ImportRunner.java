package fr.parchemin.referentiel.imports;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Runs what was accepted, one after the other, beside the requests; takes up at the start what a stop left open. */
@ApplicationScoped
class ImportRunner {

    private static final int SECONDS_BEFORE_ANOTHER_ATTEMPT = 2;

    private final ImportJobRepository jobs;
    private final ImportFiles files;
    private final RunImport run;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("import").daemon().factory());

    ImportRunner(ImportJobRepository jobs, ImportFiles files, RunImport run, Clock clock) {
        this.jobs = jobs;
        this.files = files;
        this.run = run;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        ended(files.kept()).forEach(files::forget);
        open().ifPresent(id -> {
            if (Files.exists(files.of(id))) {
                Log.infof("import %s was cut off and begins again", id);
                submit(id);
            } else {
                QuarkusTransaction.requiringNew().run(() -> jobs.findById(id)
                        .failed("The file is no longer there. Nothing has changed: send it again.", clock.instant()));
            }
        });
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    /** Runs an import that was accepted; call it after that transaction. */
    void submit(UUID id) {
        thread.execute(() -> attempt(id));
    }

    /** An import that stayed open would keep out all the others: it is run until its end is written. */
    private void attempt(UUID id) {
        try {
            if (run.run(id, files.of(id))) {
                files.forget(id);
            }
        } catch (RuntimeException | Error e) {
            if (thread.isShutdown()) {
                return;
            }
            Log.errorf(e, "the end of import %s could not be written; it begins again", id);
            ScheduledFuture<?> unused =
                    thread.schedule(() -> attempt(id), SECONDS_BEFORE_ANOTHER_ATTEMPT, TimeUnit.SECONDS);
        }
    }

    private List<UUID> ended(Set<UUID> ids) {
        return ids.isEmpty() ? List.of() : QuarkusTransaction.requiringNew().call(() -> jobs.ended(ids));
    }

    private Optional<UUID> open() {
        return QuarkusTransaction.requiringNew().call(() -> jobs.open().map(ImportJob::id));
    }
}
