package fr.parchemin.results.record;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.results.ProblemType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The record of a session (*procès-verbal*, R105 to R109). It is drafted from the findings, decided by the jury, signed by
 * each member present, after which it never changes; then submitted by the centre, validated by the authority, which
 * gives it its order number and makes its decisions effective, and at last notified.
 */
@Entity
@Table(name = "session_record")
public class SessionRecord {

    /** Where the record stands. */
    public enum State {
        DRAFT,
        SIGNED,
        SUBMITTED,
        RETURNED,
        VALIDATED,
        NOTIFIED
    }

    @Id
    private UUID id;

    @Column(name = "session_id")
    private UUID sessionId;

    @Version
    @Column(name = "version")
    private int version;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private State state;

    @Column(name = "drafted_at")
    private Instant draftedAt;

    @Column(name = "content")
    private @Nullable String content;

    @Column(name = "fingerprint")
    private @Nullable String fingerprint;

    @Column(name = "submitted_at")
    private @Nullable Instant submittedAt;

    @Column(name = "returned_at")
    private @Nullable Instant returnedAt;

    @Column(name = "return_reason")
    private @Nullable String returnReason;

    @Column(name = "order_number")
    private @Nullable String orderNumber;

    @Column(name = "validated_at")
    private @Nullable Instant validatedAt;

    @Column(name = "notified_at")
    private @Nullable Instant notifiedAt;

    @SuppressWarnings("NullAway.Init")
    protected SessionRecord() {}

    SessionRecord(UUID id, UUID sessionId, Instant now) {
        this.id = id;
        this.sessionId = sessionId;
        this.state = State.DRAFT;
        this.draftedAt = now;
    }

    /** Fixes the content at the first signature; later ones sign the same content (R108). */
    void freeze(String canonicalContent, String contentFingerprint) {
        if (content == null) {
            content = canonicalContent;
            fingerprint = contentFingerprint;
        }
    }

    /** The last of the members present has signed. */
    void signed() {
        require(State.DRAFT);
        state = State.SIGNED;
    }

    void submit(Instant now) {
        require(State.SIGNED);
        state = State.SUBMITTED;
        submittedAt = now;
    }

    void giveBack(String reason, Instant now) {
        require(State.SUBMITTED);
        state = State.RETURNED;
        returnReason = reason;
        returnedAt = now;
    }

    void validate(String number, Instant now) {
        require(State.SUBMITTED);
        state = State.VALIDATED;
        orderNumber = number;
        validatedAt = now;
    }

    void notified(Instant now) {
        require(State.VALIDATED);
        state = State.NOTIFIED;
        notifiedAt = now;
    }

    void require(State... allowed) {
        if (!Arrays.asList(allowed).contains(state)) {
            throw new ProblemException(
                    ProblemType.RECORD_STATE,
                    "The record is " + state + "; this needs " + Arrays.toString(allowed) + ".");
        }
    }

    /** Whether its content can no longer change. */
    boolean frozen() {
        return content != null;
    }

    /** The signed content as canonical JSON, null before the first signature. */
    @Nullable
    String content() {
        return content;
    }

    public UUID id() {
        return id;
    }

    public UUID sessionId() {
        return sessionId;
    }

    public int version() {
        return version;
    }

    public State state() {
        return state;
    }

    public Instant draftedAt() {
        return draftedAt;
    }

    public @Nullable String fingerprint() {
        return fingerprint;
    }

    public @Nullable Instant submittedAt() {
        return submittedAt;
    }

    public @Nullable Instant returnedAt() {
        return returnedAt;
    }

    public @Nullable String returnReason() {
        return returnReason;
    }

    public @Nullable String orderNumber() {
        return orderNumber;
    }

    public @Nullable Instant validatedAt() {
        return validatedAt;
    }

    public @Nullable Instant notifiedAt() {
        return notifiedAt;
    }
}
