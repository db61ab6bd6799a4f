package fr.parchemin.results.survey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One holder in one survey, under an id of that survey alone, with the one answer they gave. */
@Entity
@Table(name = "survey_respondent")
class Respondent {

    @Id
    private UUID id;

    @Column(name = "survey_id")
    private UUID surveyId;

    @Column(name = "candidate_id")
    private UUID candidateId;

    @Column(name = "award_number")
    private String awardNumber;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "situation")
    private @Nullable Situation situation;

    @Column(name = "answered_on")
    private @Nullable LocalDate answeredOn;

    @Column(name = "reminders")
    private int reminders;

    @Version
    @Column(name = "version")
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Respondent() {}

    void answer(Situation given, LocalDate on) {
        situation = given;
        answeredOn = on;
    }

    /** Whether this is the answer recorded; without a day, whenever that was. */
    boolean says(Situation given, @Nullable LocalDate on) {
        return given == situation && (on == null || on.equals(answeredOn));
    }

    UUID id() {
        return id;
    }

    UUID surveyId() {
        return surveyId;
    }

    UUID candidateId() {
        return candidateId;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    @Nullable
    Situation situation() {
        return situation;
    }

    @Nullable
    LocalDate answeredOn() {
        return answeredOn;
    }

    int version() {
        return version;
    }
}
