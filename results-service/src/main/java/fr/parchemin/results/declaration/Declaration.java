package fr.parchemin.results.declaration;

import fr.parchemin.kit.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What the Caisse des Dépôts is to know of one title. Its id is the {@code idTechnique} of the format: without personal data,
 * the same at every sending, never used for anything else (D2). An identity that is corrected after it was accepted is
 * declared by another one, and this one deleted there (D10, R123).
 */
@Entity
@Table(name = "declaration")
class Declaration {

    /** Where a declaration is. */
    enum State {
        /** The title is awarded and not notified yet. */
        PENDING,
        /** Nothing is missing: it goes with the next flux. */
        READY,
        /** Something has to be corrected first. */
        SET_ASIDE,
        /** In a flux that is built and not deposited. */
        IN_FLUX,
        /** In a flux that was deposited; the receipt is awaited. */
        DEPOSITED,
        /** Taken in. Never sent again (D4). */
        ACCEPTED,
        /** Not taken in, with a message. */
        REJECTED,
        /** Not to be declared, by a decision with its reason. */
        WAIVED,
        /** The award ended before it was taken in: there is nothing to declare. */
        DROPPED,
        /** Taken in, and to be deleted there since the award ended or the identity was corrected. */
        DELETION_READY,
        DELETION_IN_FLUX,
        DELETION_DEPOSITED,
        /** The deletion was not taken in, with a message, or did not pass the checks, with its faults. */
        DELETION_REJECTED,
        DELETED;

        /** Those that may be told outside, are not taken in yet and can become overdue. */
        static final Set<State> AWAITED = Set.of(READY, SET_ASIDE, IN_FLUX, DEPOSITED, REJECTED);
    }

    /** What becomes of a rejection. */
    enum Treatment {
        TO_CORRECT,
        RESENT,
        DISPUTED
    }

    /**
     * What keeps a title from being declared.
     *
     * @param field the field at fault, as the representation of a candidate names it
     * @param rule number of the rule of the format
     * @param message what is wrong and what would make it right; never the value
     */
    record Fault(String field, String rule, String message) {}

    @Id
    private UUID id;

    @Column(name = "award_number")
    private String awardNumber;

    @Column(name = "certification_number")
    private String certificationNumber;

    @Column(name = "candidate_id")
    private UUID candidateId;

    @Column(name = "identity_version")
    private int identityVersion;

    @Column(name = "session_id")
    private @Nullable UUID sessionId;

    @Column(name = "enrolment_id")
    private @Nullable UUID enrolmentId;

    @Column(name = "route")
    private @Nullable String route;

    @Column(name = "by_equivalence")
    private boolean byEquivalence;

    @Column(name = "centre_siret")
    private @Nullable String centreSiret;

    @Column(name = "awarded_on")
    private LocalDate awardedOn;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private State state;

    /** What the state says, for the indexes. */
    @Column(name = "unsettled", insertable = false, updatable = false)
    private boolean unsettled;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "faults")
    private List<Fault> faults;

    @Column(name = "message")
    private @Nullable String message;

    @Enumerated(EnumType.STRING)
    @Column(name = "treatment")
    private @Nullable Treatment treatment;

    @Column(name = "evidence")
    private @Nullable String evidence;

    @Column(name = "attempts")
    private int attempts;

    @Column(name = "flux_id")
    private @Nullable UUID fluxId;

    @Column(name = "ended_on")
    private @Nullable LocalDate endedOn;

    @Column(name = "reason")
    private @Nullable String reason;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    @Column(name = "version")
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Declaration() {}

    Declaration(Declarable of, LocalDate dueOn, Instant now) {
        this.id = Ids.next();
        this.awardNumber = of.awardNumber();
        this.certificationNumber = of.certificationNumber();
        this.candidateId = of.candidateId();
        this.identityVersion = of.identityVersion();
        this.sessionId = of.sessionId();
        this.enrolmentId = of.enrolmentId();
        this.route = of.route();
        this.byEquivalence = of.byEquivalence();
        this.centreSiret = of.centreSiret();
        this.awardedOn = of.awardedOn();
        this.dueOn = dueOn;
        this.state = State.PENDING;
        this.faults = List.of();
        this.changedAt = now;
    }

    /** The same title under the corrected identity. */
    Declaration again(int newIdentityVersion, Instant now) {
        Declaration next = new Declaration(
                new Declarable(
                        awardNumber,
                        certificationNumber,
                        candidateId,
                        newIdentityVersion,
                        sessionId,
                        enrolmentId,
                        route,
                        byEquivalence,
                        centreSiret,
                        awardedOn),
                dueOn,
                now);
        next.treatment = Treatment.RESENT;
        return next;
    }

    void identify(int newIdentityVersion) {
        identityVersion = newIdentityVersion;
    }

    /** What the checks said: ready without a fault, set aside with any. What has ended is only ever to be deleted there. */
    void checked(List<Fault> found, Instant now) {
        if (endedOn != null) {
            deletionChecked(found, now);
            return;
        }
        faults = List.copyOf(found);
        if (!found.isEmpty()) {
            become(State.SET_ASIDE, now);
            return;
        }
        // Also of one that was set aside in between.
        if (treatment != null) {
            treatment = Treatment.RESENT;
        }
        become(State.READY, now);
    }

    /** The same of a deletion: to be made without a fault, not taken in with any. */
    void deletionChecked(List<Fault> found, Instant now) {
        faults = List.copyOf(found);
        if (found.isEmpty()) {
            treatment = Treatment.RESENT;
            become(State.DELETION_READY, now);
            return;
        }
        // What the Caisse des Dépôts said of an earlier try is not what keeps this one back.
        message = null;
        treatment = Treatment.TO_CORRECT;
        become(State.DELETION_REJECTED, now);
    }

    /** The award ended, or another declaration takes the place of this one. */
    void end(LocalDate on, String why, boolean deleteThere, Instant now) {
        endedOn = on;
        reason = why;
        switch (state) {
            case PENDING, READY, SET_ASIDE, REJECTED -> become(State.DROPPED, now);
            case ACCEPTED -> {
                // What became of a rejection is over; the deletion was not rejected yet.
                treatment = null;
                become(deleteThere ? State.DELETION_READY : State.ACCEPTED, now);
            }
            default -> changedAt = now;
        }
    }

    void waive(String why, Instant now) {
        reason = why;
        become(State.WAIVED, now);
    }

    /** Deleted there by hand. */
    void deleted(String how, Instant now) {
        // The reason stays that of the end.
        evidence = how;
        become(State.DELETED, now);
    }

    void treat(Treatment how, @Nullable String with, Instant now) {
        treatment = how;
        evidence = with;
        changedAt = now;
    }

    void become(State next, Instant now) {
        state = next;
        changedAt = now;
    }

    UUID id() {
        return id;
    }

    String awardNumber() {
        return awardNumber;
    }

    String certificationNumber() {
        return certificationNumber;
    }

    UUID candidateId() {
        return candidateId;
    }

    @Nullable
    String centreSiret() {
        return centreSiret;
    }

    LocalDate awardedOn() {
        return awardedOn;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    State state() {
        return state;
    }

    List<Fault> faults() {
        return faults;
    }

    @Nullable
    String message() {
        return message;
    }

    @Nullable
    Treatment treatment() {
        return treatment;
    }

    @Nullable
    String evidence() {
        return evidence;
    }

    int attempts() {
        return attempts;
    }

    @Nullable
    UUID fluxId() {
        return fluxId;
    }

    @Nullable
    LocalDate endedOn() {
        return endedOn;
    }

    @Nullable
    String reason() {
        return reason;
    }

    Instant changedAt() {
        return changedAt;
    }

    int version() {
        return version;
    }
}
