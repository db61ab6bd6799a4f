package fr.parchemin.session.enrolment;

import fr.parchemin.session.certification.AccessRoute;
import fr.parchemin.session.rules.Finding;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The place of one candidate in one session. Registered by the centre or the training platform, summoned with the session,
 * it can be withdrawn until the session opens. On the exam day the candidate is present, absent or, later, excluded; what
 * follows (evaluated, decided, notified) comes with the record of the session.
 */
@Entity
@Table(name = "enrolment")
class Enrolment {

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "session_id")
    private UUID sessionId;

    @Column(name = "candidate_id")
    private UUID candidateId;

    @Enumerated(EnumType.STRING)
    @Column(name = "route")
    private AccessRoute route;

    @Column(name = "training_provider_siret")
    private @Nullable String trainingProviderSiret;

    @Column(name = "training_started_on")
    private @Nullable LocalDate trainingStartedOn;

    @Column(name = "training_ended_on")
    private @Nullable LocalDate trainingEndedOn;

    @Column(name = "vae_admissible_since")
    private @Nullable LocalDate vaeAdmissibleSince;

    @Column(name = "extra_time_percent")
    private @Nullable Integer extraTimePercent;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private EnrolmentState state;

    @Enumerated(EnumType.STRING)
    @Column(name = "state_before_cancellation")
    private @Nullable EnrolmentState stateBeforeCancellation;

    @Enumerated(EnumType.STRING)
    @Column(name = "attendance")
    private @Nullable AttendanceStatus attendance;

    @Column(name = "attendance_recorded_at")
    private @Nullable Instant attendanceRecordedAt;

    @Column(name = "attendance_recorded_by")
    private @Nullable String attendanceRecordedBy;

    @Column(name = "identity_version")
    private @Nullable Integer identityVersion;

    @Column(name = "created_by_siret")
    private String createdBySiret;

    @Column(name = "created_at")
    private Instant createdAt;

    @ElementCollection
    @CollectionTable(name = "enrolment_warning", joinColumns = @JoinColumn(name = "enrolment_id"))
    private Set<Warning> warnings = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected Enrolment() {
        // For Hibernate.
    }

    Enrolment(
            UUID id,
            UUID sessionId,
            UUID candidateId,
            Path path,
            @Nullable Integer extraTimePercent,
            String createdBySiret,
            Instant now) {
        this.id = id;
        this.sessionId = sessionId;
        this.candidateId = candidateId;
        this.route = path.route();
        this.trainingProviderSiret = path.trainingProviderSiret();
        this.trainingStartedOn = path.trainingStartedOn();
        this.trainingEndedOn = path.trainingEndedOn();
        this.vaeAdmissibleSince = path.vaeAdmissibleSince();
        this.extraTimePercent = extraTimePercent;
        this.state = EnrolmentState.REGISTERED;
        this.createdBySiret = createdBySiret;
        this.createdAt = now;
    }

    /** How the candidate reached the session. */
    record Path(
            AccessRoute route,
            @Nullable String trainingProviderSiret,
            @Nullable LocalDate trainingStartedOn,
            @Nullable LocalDate trainingEndedOn,
            @Nullable LocalDate vaeAdmissibleSince) {}

    /** A rule that only warns. */
    @Embeddable
    record Warning(
            @Column(name = "rule") String rule,

            @Column(name = "message") String message) {}

    /** Keeps what only warns. */
    void warn(List<Finding> findings) {
        Set<Warning> kept = new HashSet<>();
        findings.forEach(f -> kept.add(new Warning(f.rule(), f.message())));
        if (!kept.equals(warnings)) {
            warnings.clear();
            warnings.addAll(kept);
        }
    }

    /** Summoned with the session. */
    void summon() {
        if (state == EnrolmentState.REGISTERED) {
            state = EnrolmentState.CONVOKED;
        }
    }

    /** The session got new days: the summons is void. */
    void unsummon() {
        if (state == EnrolmentState.CONVOKED) {
            state = EnrolmentState.REGISTERED;
        }
    }

    /** Whether it can still be given up. */
    boolean withdrawable() {
        return state == EnrolmentState.REGISTERED || state == EnrolmentState.CONVOKED;
    }

    void withdraw() {
        if (!withdrawable()) {
            throw new IllegalStateException("the enrolment is " + state);
        }
        state = EnrolmentState.WITHDRAWN;
    }

    /** Released because its session is cancelled. */
    void release() {
        EnrolmentState before = state;
        withdraw();
        stateBeforeCancellation = before;
    }

    /** Back to where it was before its session was cancelled; who withdrew before stays withdrawn. */
    void takeBack() {
        if (stateBeforeCancellation != null) {
            state = stateBeforeCancellation;
            stateBeforeCancellation = null;
        }
    }

    /** Whether the attendance may become {@code status} now. */
    boolean mayBecome(AttendanceStatus status) {
        return switch (status) {
            case PRESENT -> state == EnrolmentState.CONVOKED || attendance == AttendanceStatus.PRESENT;
            case ABSENT, ABSENT_JUSTIFIED ->
                state == EnrolmentState.CONVOKED || state == EnrolmentState.PRESENT || state == EnrolmentState.ABSENT;
            case EXCLUDED -> state == EnrolmentState.PRESENT || state == EnrolmentState.EXCLUDED;
        };
    }

    /** Records the attendance; from {@code PRESENT} on the identity is the frozen one. */
    void attend(AttendanceStatus status, int identity, Instant now, String author) {
        if (!mayBecome(status)) {
            throw new IllegalStateException("the enrolment is " + state);
        }
        attendance = status;
        attendanceRecordedAt = now;
        attendanceRecordedBy = author;
        if (identityVersion == null || status == AttendanceStatus.PRESENT) {
            identityVersion = identity;
        }
        state = switch (status) {
            case PRESENT -> EnrolmentState.PRESENT;
            case ABSENT, ABSENT_JUSTIFIED -> EnrolmentState.ABSENT;
            case EXCLUDED -> EnrolmentState.EXCLUDED;
        };
    }

    /** Whether an absence is recorded, justified or not. */
    boolean absent() {
        return attendance == AttendanceStatus.ABSENT || attendance == AttendanceStatus.ABSENT_JUSTIFIED;
    }

    /** The absence turns out to be justified when the examination is over (R103); where the enrolment stands is the same. */
    void excuse(Instant now, String author) {
        if (!absent()) {
            throw new IllegalStateException("the attendance is " + attendance);
        }
        attendance = AttendanceStatus.ABSENT_JUSTIFIED;
        attendanceRecordedAt = now;
        attendanceRecordedBy = author;
    }

    /** The record is drawn up: who was present has a result in every event. */
    void evaluated() {
        if (state == EnrolmentState.PRESENT) {
            state = EnrolmentState.EVALUATED;
        }
    }

    /** The record is signed by all. */
    void decided() {
        if (state == EnrolmentState.EVALUATED || state == EnrolmentState.ABSENT || state == EnrolmentState.EXCLUDED) {
            state = EnrolmentState.DECIDED;
        }
    }

    /** The result is notified. */
    void notified() {
        if (state == EnrolmentState.DECIDED) {
            state = EnrolmentState.NOTIFIED;
        }
    }

    boolean active() {
        return state != EnrolmentState.WITHDRAWN;
    }

    List<Finding> warnings() {
        return warnings.stream()
                .map(w -> new Finding(w.rule(), w.message()))
                .sorted(Comparator.comparingInt(Finding::order).thenComparing(Finding::message))
                .toList();
    }

    Path path() {
        return new Path(route, trainingProviderSiret, trainingStartedOn, trainingEndedOn, vaeAdmissibleSince);
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    UUID sessionId() {
        return sessionId;
    }

    UUID candidateId() {
        return candidateId;
    }

    AccessRoute route() {
        return route;
    }

    @Nullable
    String trainingProviderSiret() {
        return trainingProviderSiret;
    }

    @Nullable
    Integer extraTimePercent() {
        return extraTimePercent;
    }

    EnrolmentState state() {
        return state;
    }

    @Nullable
    AttendanceStatus attendance() {
        return attendance;
    }

    @Nullable
    Instant attendanceRecordedAt() {
        return attendanceRecordedAt;
    }

    @Nullable
    Integer identityVersion() {
        return identityVersion;
    }

    String createdBySiret() {
        return createdBySiret;
    }

    Instant createdAt() {
        return createdAt;
    }
}
