package fr.parchemin.referentiel.imports;

import fr.parchemin.referentiel.sheet.StoredJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A file that was sent in. It ends DONE, REFUSED (the file is at fault) or FAILED (we are), and nothing is half done. */
@Entity
@Table(name = "import_job")
class ImportJob {

    enum State {
        RECEIVED,
        RUNNING,
        DONE,
        REFUSED,
        FAILED
    }

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private int version;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private State state;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "bytes")
    private long bytes;

    @Column(name = "sha256")
    private String sha256;

    @Column(name = "dry_run")
    private boolean dryRun;

    @Column(name = "force")
    private boolean force;

    @Column(name = "submitted_by")
    private String submittedBy;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "feed")
    private @Nullable String feed;

    @Column(name = "feed_version")
    private @Nullable String feedVersion;

    @Column(name = "registers")
    private List<String> registers = List.of();

    @Column(name = "export_date")
    private @Nullable LocalDate exportDate;

    @Column(name = "bytes_read")
    private long bytesRead;

    @Column(name = "bytes_total")
    private long bytesTotal;

    @Column(name = "records_read")
    private int read;

    @Column(name = "created")
    private int created;

    @Column(name = "updated")
    private int updated;

    @Column(name = "unchanged")
    private int unchanged;

    @Column(name = "closed")
    private int closed;

    @Column(name = "missing")
    private int missing;

    @Column(name = "rejected")
    private int rejected;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "unknown_tags")
    private String unknownTags = "{}";

    @Column(name = "problem")
    private @Nullable String problem;

    @SuppressWarnings("NullAway.Init")
    protected ImportJob() {
        // For Hibernate.
    }

    ImportJob(UUID id, Upload upload, boolean dryRun, boolean force, String submittedBy, Instant now) {
        this.id = id;
        this.state = State.RECEIVED;
        this.fileName = upload.fileName();
        this.bytes = upload.bytes();
        this.bytesTotal = upload.bytes();
        this.sha256 = upload.sha256();
        this.dryRun = dryRun;
        this.force = force;
        this.submittedBy = submittedBy;
        this.submittedAt = now;
    }

    /** What was sent. */
    record Upload(String fileName, long bytes, String sha256) {}

    /** Begins, or begins again after it was cut off in the middle: nothing of the first attempt is left. */
    void start(Instant now) {
        if (hasEnded()) {
            return;
        }
        state = State.RUNNING;
        startedAt = now;
        bytesRead = 0;
        take(ImportCounts.NONE);
    }

    void found(String what, Collection<String> inRegisters, @Nullable LocalDate on) {
        if (hasEnded()) {
            return;
        }
        feed = what;
        registers = List.copyOf(inRegisters);
        exportDate = on;
    }

    void progress(long readBytes, long ofBytes, ImportCounts counts) {
        if (hasEnded()) {
            return;
        }
        bytesRead = readBytes;
        bytesTotal = ofBytes;
        take(counts);
    }

    void done(@Nullable String feedVersionFound, ImportCounts counts, Map<String, Integer> unknown, Instant now) {
        if (hasEnded()) {
            throw new IllegalStateException("it was said to have ended otherwise");
        }
        feedVersion = feedVersionFound;
        unknownTags = StoredJson.write(unknown);
        bytesRead = bytesTotal;
        take(counts);
        state = State.DONE;
        endedAt = now;
    }

    void refused(String why, Instant now) {
        end(State.REFUSED, why, now);
    }

    void failed(String why, Instant now) {
        end(State.FAILED, why, now);
    }

    /** What has ended stays: it may be done although nobody heard so. */
    private void end(State how, String why, Instant now) {
        if (hasEnded()) {
            return;
        }
        state = how;
        problem = why;
        endedAt = now;
    }

    private void take(ImportCounts counts) {
        read = counts.read();
        created = counts.created();
        updated = counts.updated();
        unchanged = counts.unchanged();
        closed = counts.closed();
        missing = counts.missing();
        rejected = counts.rejected();
    }

    boolean hasEnded() {
        return endedAt != null;
    }

    UUID id() {
        return id;
    }

    State state() {
        return state;
    }

    String fileName() {
        return fileName;
    }

    boolean dryRun() {
        return dryRun;
    }

    boolean force() {
        return force;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    int version() {
        return version;
    }

    ImportView toView() {
        return new ImportView(
                id,
                state,
                fileName,
                bytes,
                sha256,
                dryRun,
                force,
                submittedBy,
                submittedAt,
                startedAt,
                endedAt,
                feed,
                feedVersion,
                registers,
                exportDate,
                new ImportView.Progress(bytesRead, bytesTotal, read),
                new ImportCounts(read, created, updated, unchanged, closed, missing, rejected),
                StoredJson.read(unknownTags, Map.class),
                problem == null ? null : ImportView.Problem.of(state, problem));
    }
}
