package fr.parchemin.referentiel.imports;

import fr.parchemin.kit.Ids;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.referentiel.ProblemType;
import fr.parchemin.referentiel.imports.ImportJob.Upload;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Accepts a file: from the answer on it is kept, and taken however often the service is stopped meanwhile. */
@ApplicationScoped
class AcceptImport {

    private final ImportJobRepository jobs;
    private final ImportFiles files;
    private final Caller caller;
    private final Clock clock;

    AcceptImport(ImportJobRepository jobs, ImportFiles files, Caller caller, Clock clock) {
        this.jobs = jobs;
        this.files = files;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Accepts a file.
     *
     * @param sent where it lies for the time of the request
     * @throws ProblemException 409 while another one is not ended
     */
    @Transactional
    ImportView accept(Path sent, String fileName, boolean dryRun, boolean force) {
        jobs.open().ifPresent(other -> {
            throw running(other);
        });
        UUID id = Ids.next();
        Upload upload = new Upload(fileName, size(sent), ImportFiles.sha256(sent));
        ImportJob job = new ImportJob(
                id, upload, dryRun, force, caller.clientId(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        // Should two come at once, the database lets one of them in.
        jobs.persistAndFlush(job);
        files.keep(id, sent);
        return job.toView();
    }

    private static ProblemException running(ImportJob other) {
        return new ProblemException(
                ProblemType.IMPORT_RUNNING,
                "%s, sent at %s, is not ended: follow /v1/imports/%s/events and send yours after it."
                        .formatted(other.fileName(), other.submittedAt(), other.id()));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
