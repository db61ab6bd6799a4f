package fr.parchemin.referentiel.imports;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs what was accepted, one after the other, beside the requests; takes up at the start what a stop left open. */
@ApplicationScoped
class ImportRunner {

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
            if (run.run(id, files.of(id))) {
                files.forget(id);
            }
        });
    }

    private Optional<UUID> open() {
        return QuarkusTransaction.requiringNew().call(() -> jobs.open().map(ImportJob::id));
    }
}
