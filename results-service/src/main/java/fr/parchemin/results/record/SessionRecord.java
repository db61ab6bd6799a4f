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
 * gives it its order number and makes its decisions effective, and at last notified. Once signed it is a link of a chain of
 * hashes, and is corrected by a rectifying record only, which lives the same life and takes its place (R108).
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
        NOTIFIED,
        RECTIFIED
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

    @Column(name = "corrects")
    private @Nullable UUID corrects;

    @Column(name = "correction_reason")
    private @Nullable String correctionReason;

    @Column(name = "signed_at")
    private @Nullable Instant signedAt;

    @Column(name = "chain_position")
    private @Nullable Long chainPosition;

    @Column(name = "previous_hash")
    private @Nullable String previousHash;

    @Column(name = "chain_hash")
    private @Nullable String chainHash;

    @Column(name = "rectified_at")
    private @Nullable Instant rectifiedAt;

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

    /** The record that is to take the place of another one, for a reason (R108). */
    static SessionRecord rectifying(UUID id, SessionRecord corrected, String reason, Instant now) {
        SessionRecord record = new SessionRecord(id, corrected.sessionId, now);
        record.corrects = corrected.id;
        record.correctionReason = reason;
        return record;
    }

    /** Fixes the content at the first signature; later ones sign the same content (R108). */
    void freeze(String canonicalContent, String contentFingerprint) {
        if (content == null) {
            content = canonicalContent;
            fingerprint = contentFingerprint;
        }
    }

    /** The last of the members present has signed. */
    void signed(Instant now) {
        require(State.DRAFT);
        state = State.SIGNED;
        signedAt = now;
    }

    /** Takes its place in the chain of signed records. */
    void link(long position, String previous, String hash) {
        chainPosition = position;
        previousHash = previous;
        chainHash = hash;
    }

    /** R108: a rectifying record has taken its place. */
    void rectified(Instant now) {
        require(State.RETURNED, State.VALIDATED, State.NOTIFIED);
        state = State.RECTIFIED;
        rectifiedAt = now;
    }

    /** Whether what it decides is in effect. */
    boolean effective() {
        return state == State.VALIDATED || state == State.NOTIFIED;
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

    /** The record that this one corrects, null for the first of its session. */
    public @Nullable UUID corrects() {
        return corrects;
    }

    public @Nullable String correctionReason() {
        return correctionReason;
    }

    public @Nullable Instant rectifiedAt() {
        return rectifiedAt;
    }

    /** When the last of the members present signed. */
    public @Nullable Instant signedAt() {
        return signedAt;
    }

    public @Nullable Long chainPosition() {
        return chainPosition;
    }

    public @Nullable String previousHash() {
        return previousHash;
    }

    public @Nullable String chainHash() {
        return chainHash;
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
