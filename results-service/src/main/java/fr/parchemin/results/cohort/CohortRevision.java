package fr.parchemin.results.cohort;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The figures of a year as they were published, and as each later change left them. Never rewritten. */
@Entity
@Table(name = "cohort_revision")
class CohortRevision {

    /** What brought it about. */
    enum Cause {
        PUBLISHED,
        TITLES_CHANGED,
        SURVEY_FROZEN
    }

    /** Of which year, and the how manieth: 0 is the publication. */
    @Embeddable
    record Key(
            @Column(name = "certification_number") String certificationNumber,
            @Column(name = "year") int year,
            @Column(name = "revision") int revision) {}

    @EmbeddedId
    private Key key;

    @Enumerated(EnumType.STRING)
    @Column(name = "cause")
    private Cause cause;

    @Column(name = "reason")
    private String reason;

    @Column(name = "certified")
    private int certified;

    @Column(name = "certified_by_vae")
    private int certifiedByVae;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "rates")
    private List<RateView> rates;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected CohortRevision() {}

    CohortRevision(Key key, Cause cause, String reason, Figures figures, Instant recordedAt) {
        this.key = key;
        this.cause = cause;
        this.reason = reason;
        this.certified = figures.certified();
        this.certifiedByVae = figures.certifiedByVae();
        this.rates = List.copyOf(figures.rates());
        this.recordedAt = recordedAt;
    }

    /** What is counted of a year. */
    record Figures(int certified, int certifiedByVae, List<RateView> rates) {}

    Figures figures() {
        return new Figures(certified, certifiedByVae, rates);
    }

    Key key() {
        return key;
    }

    Cause cause() {
        return cause;
    }

    String reason() {
        return reason;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
