package fr.parchemin.referentiel.imports;

import fr.parchemin.referentiel.assessmentplan.ReadAssessmentPlan;
import fr.parchemin.referentiel.bulk.CopyRows;
import fr.parchemin.referentiel.certification.KnownSheet;
import fr.parchemin.referentiel.certification.RecordManySheets;
import fr.parchemin.referentiel.certification.SheetSource;
import fr.parchemin.referentiel.feed.CsvSheet;
import fr.parchemin.referentiel.feed.FeedException;
import fr.parchemin.referentiel.history.RecordChanges;
import fr.parchemin.referentiel.publication.PublishCertification;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs one import: everything in one transaction, so that readers see the catalogue of before or of after, and a process
 * that is killed leaves nothing behind.
 */
@ApplicationScoped
class RunImport {

    private static final int LONGEST_SECONDS = (int) Duration.ofHours(2).toSeconds();
    private static final Duration PROGRESS_EVERY = Duration.ofMillis(500);
    private static final int CSV_BATCH = 100;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String FEED = "FRANCE_COMPETENCES";

    private final ImportJobRepository jobs;
    private final RecordManySheets sheets;
    private final RecordChanges history;
    private final PublishCertification publication;
    private final ReadAssessmentPlan plans;
    private final RecordWarnings warnings;
    private final DataSource dataSource;
    private final Clock clock;

    RunImport(
            ImportJobRepository jobs,
            RecordManySheets sheets,
            RecordChanges history,
            PublishCertification publication,
            ReadAssessmentPlan plans,
            RecordWarnings warnings,
            DataSource dataSource,
            Clock clock) {
        this.jobs = jobs;
        this.sheets = sheets;
        this.history = history;
        this.publication = publication;
        this.plans = plans;
        this.warnings = warnings;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Everything went well, and nothing is to stay. */
    private static final class DryRunException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What the transaction works with and leaves behind. */
    private static final class Run {
        private final UUID id;
        private final FeedFile file;
        private final boolean dryRun;
        private final boolean force;
        private LocalDate date = LocalDate.EPOCH;
        private Instant progressToldAt = Instant.EPOCH;
        private @Nullable ImportTally tally;
        private @Nullable String version;

        private Run(ImportJob job, FeedFile file) {
            this.id = job.id();
            this.file = file;
            this.dryRun = job.dryRun();
            this.force = job.force();
        }
    }

    /**
     * Runs an import to its end, which the job then says; only when that cannot be written, this throws, and it is to be
     * called again. An import that has ended already stays as it is.
     *
     * @param path the file that was sent
     * @return whether it ended: false when the service is stopping, and the import begins again with it
     */
    boolean run(UUID id, Path path) {
        ImportJob job = change(id, j -> j.start(clock.instant()));
        if (job.hasEnded()) {
            return true;
        }
        Log.infof("import %s of %s begins", id, job.fileName());
        try (FeedFile file = FeedFile.open(path, job.fileName())) {
            Run run = new Run(job, file);
            run.date = file.exportDate()
                    .orElseThrow(
                            () -> new RefusedImportException(
                                    "The day of the export is not known: keep the name under"
                                            + " which it was published, with the day, such as export_fiches_RNCP_V4_1_2026-11-23.xml."));
            change(id, j -> j.found(file.kind().name(), List.of(), run.date));
            requireNotInFuture(run);
            try {
                QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> takeAll(run));
            } catch (DryRunException e) {
                QuarkusTransaction.requiringNew().run(() -> end(run));
            }
            Log.infof("import %s is done", id);
            sheets.tidy();
            return true;
        } catch (RefusedImportException | FeedException e) {
            refuse(id, String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException | Error e) {
            if (cause(e) instanceof RefusedImportException refused) {
                refuse(id, String.valueOf(refused.getMessage()));
            } else if (cause(e) instanceof FeedException fault) {
                refuse(id, String.valueOf(fault.getMessage()));
            } else if (Thread.currentThread().isInterrupted()) {
                Log.infof("import %s is cut off", id);
                return false;
            } else {
                Log.errorf(e, "import %s failed", id);
                change(
                        id,
                        j -> j.failed(
                                "Nothing has changed. Send the file again; if it happens again, tell the operator"
                                        + " the number of this import.",
                                clock.instant()));
            }
        }
        return true;
    }

    private void takeAll(Run run) {
        Map<String, KnownSheet> known = sheets.known();
        if (!jobs.ended(List.of(run.id)).isEmpty()) {
            // Another process of this service has run it meanwhile.
            return;
        }
        ImportTally tally = new ImportTally(known);
        run.tally = tally;
        TakeRecords taking = new TakeRecords(
                sheets,
                history,
                publication,
                plans,
                warnings,
                known,
                tally,
                new RecordChanges.Export(run.date, run.file.kind().name()),
                today());
        switch (run.file.kind()) {
            case XML -> takeXml(run, known, taking, tally);
            case CSV -> takeCsv(run, taking, tally);
        }
        requireSomething(tally);
        requireNewest(run, tally);
        taking.end();
        if (run.dryRun) {
            throw new DryRunException();
        } else {
            end(run);
        }
    }

    private void takeXml(Run run, Map<String, KnownSheet> known, TakeRecords taking, ImportTally tally) {
        for (FeedFile.Part part : run.file.parts()) {
            try (InputStream in = run.file.read(part);
                    ReadRecords records = new ReadRecords(in, known)) {
                for (ReadRecords.Batch batch = records.next(); batch != null; batch = records.next()) {
                    taking.take(batch.outcomes(), source(run, records.version()));
                    tally.unknown(batch.unknownTags());
                    tellProgress(run, tally);
                }
                run.version = records.version();
                tally.unknown(records.unknownTags());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the service is stopping", e);
            }
        }
    }

    private void takeCsv(Run run, TakeRecords taking, ImportTally tally) {
        try (Connection connection = dataSource.getConnection()) {
            StageCsv staged = new StageCsv(connection);
            staged.take(run.file);
            tally.unknown(staged.unknownColumns());
            List<CsvSheet> batch = new ArrayList<>();
            staged.forEach(sheet -> {
                batch.add(sheet);
                if (batch.size() == CSV_BATCH) {
                    taking.takeRows(batch, source(run, null));
                    batch.clear();
                    tellProgress(run, tally);
                }
            });
            taking.takeRows(batch, source(run, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the rows could not be brought together", e);
        }
    }

    private SheetSource source(Run run, @Nullable String version) {
        return new SheetSource(FEED, version, run.date, clock.instant());
    }

    private static void requireSomething(ImportTally tally) {
        if (tally.counts().read() == 0) {
            throw new RefusedImportException("The file holds no certification.");
        }
    }

    /** A day mistyped in a name would make every later export an older one. */
    private void requireNotInFuture(Run run) {
        if (run.date.isAfter(today()) && !run.force) {
            throw new RefusedImportException(
                    ("The export is of %s, which is still to come: is the day in the name right? With force=true it is"
                                    + " taken all the same.")
                            .formatted(run.date));
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(PARIS));
    }

    /** An older export never replaces a newer one, unless that is wanted. */
    private void requireNewest(Run run, ImportTally tally) {
        for (String register : tally.registers()) {
            LocalDate newest = jobs.newest(register).orElse(LocalDate.EPOCH);
            if (newest.isAfter(run.date) && !run.force) {
                throw new RefusedImportException(
                        ("The export is of %s, and the one of %s was taken already for %s. With"
                                        + " force=true it replaces it all the same.")
                                .formatted(run.date, newest, register));
            }
        }
    }

    private void tellProgress(Run run, ImportTally tally) {
        Instant now = clock.instant();
        if (now.isBefore(run.progressToldAt.plus(PROGRESS_EVERY))) {
            return;
        }
        run.progressToldAt = now;
        change(run.id, j -> j.progress(run.file.bytesRead(), run.file.bytesTotal(), tally.counts()));
    }

    /** With the effect of the import, or after it when it was a dry run. */
    private void end(Run run) {
        ImportTally tally = Objects.requireNonNull(run.tally);
        ImportJob job = jobs.findById(run.id);
        job.found(run.file.kind().name(), tally.registers(), run.date);
        job.done(run.version, tally.counts(), tally.unknownTags(), clock.instant());
        CopyRows rows = new CopyRows(6);
        int rank = 0;
        for (ImportFinding finding : tally.findings()) {
            rows.row()
                    .uuid(run.id)
                    .integer(++rank)
                    .text(finding.kind().name())
                    .text(finding.number())
                    .integer(finding.line())
                    .text(finding.reason());
        }
        try (Connection connection = dataSource.getConnection()) {
            rows.copyInto(connection, "import_finding (import_id, rank, kind, number, line, reason)");
        } catch (SQLException e) {
            throw new IllegalStateException("the report could not be recorded", e);
        }
    }

    private void refuse(UUID id, String why) {
        Log.infof("import %s is refused: %s", id, why);
        change(id, j -> j.refused(why, clock.instant()));
    }

    private ImportJob change(UUID id, Consumer<ImportJob> how) {
        return QuarkusTransaction.requiringNew().call(() -> {
            ImportJob job = jobs.findById(id);
            how.accept(job);
            return job;
        });
    }

    private static Throwable cause(Throwable e) {
        Throwable cause = e;
        while (cause instanceof QuarkusTransactionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
