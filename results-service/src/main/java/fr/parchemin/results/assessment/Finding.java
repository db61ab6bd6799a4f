package fr.parchemin.results.assessment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What one juror found at one event of one candidate. It is never changed: a correction is a new version, and the highest
 * version counts. No marks (R91).
 */
@Entity
@Table(name = "finding")
public class Finding {

    /** Result of an event (R91). */
    public enum Outcome {
        ACQUIRED,
        NOT_ACQUIRED,
        ABSENT
    }

    /** What was found about one competence. */
    public record CompetenceFinding(
            String code, boolean acquired, @Nullable String comment) {}

    @Id
    private UUID id;

    @Column(name = "enrolment_id")
    private UUID enrolmentId;

    @Column(name = "event_code")
    private String eventCode;

    @Column(name = "juror_id")
    private UUID jurorId;

    @Column(name = "version")
    private int version;

    @Enumerated(EnumType.STRING)
    @Column(name = "outcome")
    private Outcome outcome;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "competences")
    private List<CompetenceFinding> competences;

    @Column(name = "comment")
    private @Nullable String comment;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected Finding() {}

    public Finding(
            UUID id,
            UUID enrolmentId,
            String eventCode,
            UUID jurorId,
            int version,
            Outcome outcome,
            List<CompetenceFinding> competences,
            @Nullable String comment,
            Instant recordedAt) {
        this.id = id;
        this.enrolmentId = enrolmentId;
        this.eventCode = eventCode;
        this.jurorId = jurorId;
        this.version = version;
        this.outcome = outcome;
        this.competences = List.copyOf(competences);
        this.comment = comment;
        this.recordedAt = recordedAt;
    }

    public UUID enrolmentId() {
        return enrolmentId;
    }

    public String eventCode() {
        return eventCode;
    }

    public UUID jurorId() {
        return jurorId;
    }

    public int version() {
        return version;
    }

    public Outcome outcome() {
        return outcome;
    }

    public List<CompetenceFinding> competences() {
        return competences;
    }

    public @Nullable String comment() {
        return comment;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    /** Whether it says exactly this. */
    boolean says(Outcome other, List<CompetenceFinding> others, @Nullable String remark) {
        return outcome == other && competences.equals(others) && Objects.equals(comment, remark);
    }

    /** Whether this juror found the competence acquired: as said of it, or as said of the event where it is not named. */
    public boolean acquired(String competence) {
        return competences.stream()
                .filter(c -> c.code().equals(competence))
                .findFirst()
                .map(CompetenceFinding::acquired)
                .orElse(outcome == Outcome.ACQUIRED);
    }
}
