package fr.parchemin.referentiel.imports;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs what was accepted, one after the other, beside the requests; takes up at the start what a stop left open. */
@ApplicationScoped
class ImportRunner {

    private static final Duration BEFORE_ANOTHER_ATTEMPT = Duration.ofSeconds(2);

    private final ImportJobRepository jobs;
    private final ImportFiles files;
    private final RunImport run;
    private final Clock clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
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
        thread.execute(() -> {
            while (!thread.isShutdown() && !runs(id)) {
                pause();
            }
        });
    }

    /** Whether there is nothing more to do here for an import. One that stayed open would keep out all the others. */
    private boolean runs(UUID id) {
        try {
            if (run.run(id, files.of(id))) {
                files.forget(id);
            }
            return true;
        } catch (RuntimeException | Error e) {
            Log.errorf(e, "the end of import %s could not be written; it begins again", id);
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BEFORE_ANOTHER_ATTEMPT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<UUID> ended(Set<UUID> ids) {
        return ids.isEmpty() ? List.of() : QuarkusTransaction.requiringNew().call(() -> jobs.ended(ids));
    }

    private Optional<UUID> open() {
        return QuarkusTransaction.requiringNew().call(() -> jobs.open().map(ImportJob::id));
    }
}
