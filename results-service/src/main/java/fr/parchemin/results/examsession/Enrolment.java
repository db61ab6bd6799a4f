package fr.parchemin.results.examsession;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The place of one candidate in one session, as the session service last told it. */
@Entity
@Table(name = "enrolment")
public class Enrolment {

    /** Whether the candidate was there. */
    public enum Attendance {
        PRESENT,
        ABSENT,
        ABSENT_JUSTIFIED,
        EXCLUDED
    }

    @Id
    private UUID id;

    @Column(name = "session_id")
    private UUID sessionId;

    @Column(name = "candidate_id")
    private UUID candidateId;

    @Column(name = "route")
    private String route;

    @Column(name = "training_provider_siret")
    private @Nullable String trainingProviderSiret;

    @Column(name = "enrolled_on")
    private @Nullable LocalDate enrolledOn;

    @Column(name = "withdrawn")
    private boolean withdrawn;

    @Enumerated(EnumType.STRING)
    @Column(name = "attendance")
    private @Nullable Attendance attendance;

    @Column(name = "identity_version")
    private @Nullable Integer identityVersion;

    @Column(name = "was_present")
    private boolean wasPresent;

    @SuppressWarnings("NullAway.Init")
    protected Enrolment() {}

    Enrolment(UUID sessionId, SessionEvent.Enrolment told) {
        this.id = told.id();
        this.sessionId = sessionId;
        this.candidateId = told.candidateId();
        this.route = told.route();
        this.trainingProviderSiret = told.trainingProviderSiret();
        this.enrolledOn = told.enrolledOn();
    }

    void withdraw() {
        withdrawn = true;
    }

    /** R122: the identity that counts is the one told with {@code PRESENT}; what comes later does not move it. */
    void attended(Attendance status, int version) {
        if (status == Attendance.PRESENT || !wasPresent) {
            identityVersion = version;
        }
        wasPresent |= status == Attendance.PRESENT;
        attendance = status;
    }

    public UUID id() {
        return id;
    }

    public UUID sessionId() {
        return sessionId;
    }

    public UUID candidateId() {
        return candidateId;
    }

    public String route() {
        return route;
    }

    public @Nullable String trainingProviderSiret() {
        return trainingProviderSiret;
    }

    /** Null until attendance is recorded. */
    public @Nullable Attendance attendance() {
        return attendance;
    }

    public @Nullable Integer identityVersion() {
        return identityVersion;
    }
}
