package fr.parchemin.results.survey;

import fr.parchemin.kit.Ids;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.results.ProblemType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The holders of one title awarded in one year are asked what they do, once 6 months and once 2 years later. Runs until its
 * rates are frozen: from then on there are the rates and no answers.
 */
@Entity
@Table(name = "survey")
class Survey {

    /** Whether it still takes answers. */
    enum State {
        RUNNING,
        FROZEN
    }

    @Id
    private UUID id;

    @Column(name = "certification_number")
    private String certificationNumber;

    @Column(name = "year")
    private int year;

    @Enumerated(EnumType.STRING)
    @Column(name = "wave")
    private Wave wave;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private State state;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "neutralised")
    private List<Situation> neutralised;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "rates")
    private @Nullable List<Rate> rates;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "opened_by")
    private String openedBy;

    @Column(name = "frozen_at")
    private @Nullable Instant frozenAt;

    @SuppressWarnings("NullAway.Init")
    protected Survey() {}

    Survey(
            String certificationNumber,
            int year,
            Wave wave,
            List<Situation> neutralised,
            Instant openedAt,
            String openedBy) {
        this.id = Ids.next();
        this.certificationNumber = certificationNumber;
        this.year = year;
        this.wave = wave;
        this.state = State.RUNNING;
        this.neutralised = List.copyOf(neutralised);
        this.openedAt = openedAt;
        this.openedBy = openedBy;
    }

    /**
     * @throws ProblemException 409 once the rates are frozen
     */
    void requireRunning() {
        if (state != State.RUNNING) {
            throw new ProblemException(
                    ProblemType.SURVEY_STATE,
                    "Its rates were frozen on %s and its answers erased: nothing changes any more."
                            .formatted(frozenAt));
        }
    }

    void freeze(List<Rate> found, Instant now) {
        state = State.FROZEN;
        rates = List.copyOf(found);
        frozenAt = now;
    }

    UUID id() {
        return id;
    }

    String certificationNumber() {
        return certificationNumber;
    }

    int year() {
        return year;
    }

    Wave wave() {
        return wave;
    }

    State state() {
        return state;
    }

    List<Situation> neutralised() {
        return neutralised;
    }

    /** Null while it runs. */
    @Nullable
    List<Rate> rates() {
        return rates;
    }

    Instant openedAt() {
        return openedAt;
    }

    String openedBy() {
        return openedBy;
    }

    @Nullable
    Instant frozenAt() {
        return frozenAt;
    }
}
