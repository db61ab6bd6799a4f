package fr.parchemin.session.examsession;

import fr.parchemin.session.centre.Place;
import fr.parchemin.session.rules.Finding;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organised examination of one certification or block, at one site, by one jury.
 *
 * <p>A centre drafts it and declares it to the authority; then enrolments open, the sealed assessment kit arrives,
 * candidates and jurors are summoned, and on the first day the seals are checked and the session opens. Situations are
 * drawn, attendance and documents recorded, until the centre closes it. From there on its state follows the record of the
 * jury: drawn up, signed, submitted, validated, notified. Until it opens it can be postponed (then it is declared again) or
 * cancelled. Its days are days at the site.
 */
@Entity
@Table(name = "exam_session")
public class ExamSession {

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private int version;

    @Enumerated(EnumType.STRING)
    @Column(name = "type")
    private SessionType type;

    @Column(name = "certification_number")
    private String certificationNumber;

    @Column(name = "block_code")
    private @Nullable String blockCode;

    @Column(name = "plan_version")
    private @Nullable Integer planVersion;

    @Column(name = "centre_id")
    private UUID centreId;

    @Column(name = "centre_siret")
    private String centreSiret;

    @Column(name = "site_id")
    private UUID siteId;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "starts_on")
    private LocalDate startsOn;

    @Column(name = "ends_on")
    private LocalDate endsOn;

    @Column(name = "manager")
    private String manager;

    @Column(name = "with_final_interview")
    private boolean withFinalInterview;

    @Column(name = "remote")
    private boolean remote;

    @Column(name = "places")
    private @Nullable Integer places;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private SessionState state;

    @Column(name = "declared_on")
    private @Nullable LocalDate declaredOn;

    @Column(name = "kit_reference")
    private @Nullable String kitReference;

    @Column(name = "kit_received_on")
    private @Nullable LocalDate kitReceivedOn;

    @Column(name = "ceres_number")
    private @Nullable String ceresNumber;

    @Column(name = "summoned_at")
    private @Nullable Instant summonedAt;

    @Column(name = "late")
    private boolean late;

    @Column(name = "late_reason")
    private @Nullable String lateReason;

    @Column(name = "late_decided_by")
    private @Nullable String lateDecidedBy;

    @Column(name = "opened_at")
    private @Nullable Instant openedAt;

    @Column(name = "seals_checked_by")
    private @Nullable String sealsCheckedBy;

    @Column(name = "seals_witness")
    private @Nullable String sealsWitness;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "reason")
    private @Nullable String reason;

    @Enumerated(EnumType.STRING)
    @Column(name = "state_before_cancellation")
    private @Nullable SessionState stateBeforeCancellation;

    @Column(name = "reason_before_cancellation")
    private @Nullable String reasonBeforeCancellation;

    @SuppressWarnings("UnusedVariable") // Kept with the session; told by its event and its timeline.
    @Column(name = "annulment_reference")
    private @Nullable String annulmentReference;

    @SuppressWarnings("UnusedVariable") // As above.
    @Column(name = "annulment_decided_on")
    private @Nullable LocalDate annulmentDecidedOn;

    @Column(name = "jury_version")
    private int juryVersion;

    @Column(name = "situations_version")
    private int situationsVersion;

    @Column(name = "created_at")
    private Instant createdAt;

    @ElementCollection
    @CollectionTable(name = "jury_member", joinColumns = @JoinColumn(name = "session_id"))
    private Set<JuryMember> jury = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "kit_situation", joinColumns = @JoinColumn(name = "session_id"))
    private Set<KitSituation> situations = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "session_warning", joinColumns = @JoinColumn(name = "session_id"))
    private Set<SessionWarning> warnings = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected ExamSession() {
        // For Hibernate.
    }

    /** Drafts a session. */
    ExamSession(
            UUID id,
            SessionType type,
            String certificationNumber,
            @Nullable String blockCode,
            Place place,
            LocalDate startsOn,
            LocalDate endsOn,
            String manager,
            boolean withFinalInterview,
            boolean remote,
            Instant now) {
        this.id = id;
        this.type = type;
        this.certificationNumber = certificationNumber;
        this.blockCode = blockCode;
        this.centreId = place.centreId();
        this.centreSiret = place.centreSiret();
        this.siteId = place.siteId();
        this.timeZone = place.timeZone();
        this.startsOn = startsOn;
        this.endsOn = endsOn;
        this.manager = manager;
        this.withFinalInterview = withFinalInterview;
        this.remote = remote;
        this.state = SessionState.DRAFT;
        this.createdAt = now;
    }

    /** Takes no more candidates than this; null for no limit. */
    ExamSession limitedTo(@Nullable Integer mostCandidates) {
        places = mostCandidates;
        return this;
    }

    /** How many candidates it takes (R62); null when it has no limit. */
    public @Nullable Integer places() {
        return places;
    }

    /** Why {@code step} cannot be taken now: the state, or that the session is closed; null when it can. */
    public @Nullable String obstacle(SessionStep step) {
        if (!state.allows(step)) {
            List<SessionState> from = SessionState.before(step);
            return "The session is %s; to %s it must be %s."
                    .formatted(
                            state,
                            step.words(),
                            String.join(
                                    " or ",
                                    from.stream().map(SessionState::name).toList()));
        }
        boolean endsWithClosure = step == SessionStep.RECORD_ATTENDANCE
                || step == SessionStep.DRAW
                || step == SessionStep.PLAN
                || step == SessionStep.CLOSE
                || step == SessionStep.RECUSE;
        if (closedAt != null && endsWithClosure) {
            return "The session was closed at %s: it is too late to %s.".formatted(closedAt, step.words());
        }
        if (step == SessionStep.RESUME && stateBeforeCancellation == null) {
            return "The session was cancelled before its earlier state was kept: draft another.";
        }
        if (closedAt == null && step == SessionStep.DRAW_UP_RECORD) {
            return "The session is not closed: close it first.";
        }
        return null;
    }

    /** Declares it to the authority, with the plan that is published today; a second time the day stays the first (R9). */
    public void declare(int currentPlanVersion, LocalDate today) {
        require(SessionStep.DECLARE);
        planVersion = currentPlanVersion;
        declaredOn = declaredOn == null ? today : declaredOn;
        reason = null;
        state = SessionState.DECLARED;
    }

    /** Takes the sealed kit; from here on the plan is the one of that day (R15). */
    public void receiveKit(
            String reference, LocalDate receivedOn, @Nullable String newCeresNumber, int currentPlanVersion) {
        require(SessionStep.RECEIVE_KIT);
        kitReference = reference;
        kitReceivedOn = receivedOn;
        if (newCeresNumber != null) {
            ceresNumber = newCeresNumber;
        }
        planVersion = currentPlanVersion;
        state = SessionState.DTE_SENT;
    }

    /** Summons candidates and jurors. */
    public void summon(Instant now, boolean isLate, @Nullable String why, @Nullable String decidedBy) {
        require(SessionStep.SUMMON);
        summonedAt = now;
        late = isLate;
        lateReason = why;
        lateDecidedBy = decidedBy;
        state = SessionState.CONVOKED;
    }

    /** Opens the session: the seals are whole, these jurors are here. */
    public void open(
            Instant now, Collection<UUID> presentJurorIds, @Nullable String checkedBy, @Nullable String witness) {
        require(SessionStep.OPEN);
        openedAt = now;
        sealsCheckedBy = checkedBy;
        sealsWitness = witness;
        Set<JuryMember> members = new HashSet<>();
        for (JuryMember m : jury) {
            members.add(new JuryMember(
                    m.jurorId(), m.subject(), m.charterAcceptedOn(), presentJurorIds.contains(m.jurorId())));
        }
        jury.clear();
        jury.addAll(members);
        juryVersion++;
        state = SessionState.IN_PROGRESS;
    }

    /** Ends the examination; the jury deliberates. */
    public void close(Instant now) {
        require(SessionStep.CLOSE);
        closedAt = now;
    }

    /** Gives it new days; it must be declared, equipped and summoned again. */
    public void postpone(LocalDate newStartsOn, LocalDate newEndsOn, String why) {
        require(SessionStep.POSTPONE);
        startsOn = newStartsOn;
        endsOn = newEndsOn;
        reason = why;
        summonedAt = null;
        late = false;
        lateReason = null;
        lateDecidedBy = null;
        state = SessionState.POSTPONED;
    }

    /** Gives it up. */
    public void cancel(String why) {
        require(SessionStep.CANCEL);
        stateBeforeCancellation = state;
        reasonBeforeCancellation = reason;
        reason = why;
        state = SessionState.CANCELLED;
    }

    /** Undoes the cancellation: it is exactly as it was before. */
    public void resume() {
        require(SessionStep.RESUME);
        state = Objects.requireNonNull(stateBeforeCancellation);
        reason = reasonBeforeCancellation;
        stateBeforeCancellation = null;
        reasonBeforeCancellation = null;
    }

    /** Makes it void by decision of the authority (R120). */
    public void annul(String decisionReference, LocalDate decidedOn, String why) {
        require(SessionStep.ANNUL);
        annulmentReference = decisionReference;
        annulmentDecidedOn = decidedOn;
        reason = why;
        state = SessionState.ANNULLED;
    }

    /** Appoints the jury, replacing an earlier one. */
    public void appoint(Collection<JuryMember> members) {
        require(SessionStep.APPOINT_JURY);
        jury.clear();
        jury.addAll(members);
        juryVersion++;
    }

    /** Lists the situations of the kit, replacing an earlier list. */
    void listSituations(Collection<KitSituation> pool) {
        require(SessionStep.LIST_SITUATIONS);
        situations.clear();
        situations.addAll(pool);
        situationsVersion++;
    }

    /** Follows the record. */
    public void follow(SessionStep step) {
        require(step);
        state = switch (step) {
            case DRAW_UP_RECORD -> SessionState.RESULTS_ENTERED;
            case SIGN_RECORD -> SessionState.PV_SIGNED;
            case SUBMIT_RECORD -> SessionState.PV_SUBMITTED;
            case RETURN_RECORD -> SessionState.RETURNED;
            case VALIDATE_RECORD -> SessionState.VALIDATED;
            case NOTIFY_RECORD -> SessionState.NOTIFIED;
            case DECLARE,
                    ENROL,
                    WITHDRAW,
                    APPOINT_JURY,
                    RECUSE,
                    LIST_SITUATIONS,
                    PLAN,
                    RECEIVE_KIT,
                    SUMMON,
                    OPEN,
                    RECORD_ATTENDANCE,
                    DRAW,
                    PRESENT_DOCUMENT,
                    CLOSE,
                    POSTPONE,
                    CANCEL,
                    RESUME,
                    ANNUL -> throw new IllegalArgumentException(step + " is not a step of the record");
        };
    }

    /** Keeps the warnings of a step, replacing those of the same step taken before. */
    public void warn(SessionStep step, List<Finding> findings) {
        Set<SessionWarning> kept = new HashSet<>();
        for (SessionWarning w : warnings) {
            if (!w.step().equals(step.name())) {
                kept.add(w);
            }
        }
        findings.forEach(f -> kept.add(new SessionWarning(step.name(), f.rule(), f.message())));
        if (!kept.equals(warnings)) {
            warnings.clear();
            warnings.addAll(kept);
        }
    }

    /** Rules that only warn and were not kept, in the order of their numbers. */
    public List<Finding> warnings() {
        return warnings.stream()
                .map(w -> new Finding(w.rule(), w.message()))
                .distinct()
                .sorted(Comparator.comparingInt(Finding::order).thenComparing(Finding::message))
                .toList();
    }

    /** The warnings of one step. */
    public List<Finding> warnings(SessionStep step) {
        return warnings.stream()
                .filter(w -> w.step().equals(step.name()))
                .map(w -> new Finding(w.rule(), w.message()))
                .sorted(Comparator.comparingInt(Finding::order).thenComparing(Finding::message))
                .toList();
    }

    /** What a candidate sits: the code of the block, or the whole title. */
    public String target() {
        return blockCode == null ? fr.parchemin.session.certification.AssessmentPlan.TITLE : blockCode;
    }

    /** The day at the site. */
    public LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(ZoneId.of(timeZone)));
    }

    /** The jury, in a stable order. */
    public List<JuryMember> jury() {
        return jury.stream()
                .sorted(Comparator.comparing(m -> m.jurorId().toString()))
                .toList();
    }

    /** The situations of the kit, by code. */
    public List<KitSituation> situations() {
        return situations.stream()
                .sorted(Comparator.comparing(KitSituation::code))
                .toList();
    }

    private void require(SessionStep step) {
        String obstacle = obstacle(step);
        if (obstacle != null) {
            throw new IllegalStateException(obstacle);
        }
    }

    public UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    public SessionType type() {
        return type;
    }

    public String certificationNumber() {
        return certificationNumber;
    }

    public @Nullable String blockCode() {
        return blockCode;
    }

    public @Nullable Integer planVersion() {
        return planVersion;
    }

    public UUID centreId() {
        return centreId;
    }

    public String centreSiret() {
        return centreSiret;
    }

    public UUID siteId() {
        return siteId;
    }

    public String timeZone() {
        return timeZone;
    }

    public LocalDate startsOn() {
        return startsOn;
    }

    public LocalDate endsOn() {
        return endsOn;
    }

    public String manager() {
        return manager;
    }

    public boolean withFinalInterview() {
        return withFinalInterview;
    }

    public boolean remote() {
        return remote;
    }

    public SessionState state() {
        return state;
    }

    public @Nullable LocalDate declaredOn() {
        return declaredOn;
    }

    @Nullable
    String kitReference() {
        return kitReference;
    }

    @Nullable
    LocalDate kitReceivedOn() {
        return kitReceivedOn;
    }

    public @Nullable String ceresNumber() {
        return ceresNumber;
    }

    public @Nullable Instant summonedAt() {
        return summonedAt;
    }

    public boolean late() {
        return late;
    }

    @Nullable
    String lateReason() {
        return lateReason;
    }

    public @Nullable Instant openedAt() {
        return openedAt;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    @Nullable
    String reason() {
        return reason;
    }

    public int juryVersion() {
        return juryVersion;
    }

    int situationsVersion() {
        return situationsVersion;
    }

    Instant createdAt() {
        return createdAt;
    }
}
