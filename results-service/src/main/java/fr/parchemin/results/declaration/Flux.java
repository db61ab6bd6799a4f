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
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One file for the Caisse des Dépôts, of one certification and one action. Who sends it and when it was made are frozen in it
 * (D8, D14), and so is every byte.
 */
@Entity
@Table(name = "declaration_flux")
class Flux {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** What the file asks for; one action per file. */
    enum Action {
        CREATION,
        SUPPRESSION
    }

    /** Where a file is. */
    enum State {
        BUILDING,
        /** Nothing was ready after all. */
        EMPTY,
        BUILT,
        /** Given up before it was deposited. */
        DISCARDED,
        DEPOSITED,
        /** Refused as a file by the receipt of its deposit (D3). */
        REFUSED,
        /** Every passage has its verdict, or was set free without one. */
        PROCESSED
    }

    @Id
    private UUID id;

    @Column(name = "certification_number")
    private String certificationNumber;

    @Enumerated(EnumType.STRING)
    @Column(name = "action")
    private Action action;

    /** Whether it takes those alone that are sent again (D5). */
    @Column(name = "resent_only")
    private boolean resentOnly;

    @Column(name = "schema_version")
    private String schemaVersion;

    @Column(name = "emitter_client_id")
    private String emitterClientId;

    @Column(name = "certifier_client_id")
    private String certifierClientId;

    @Column(name = "contract_id")
    private String contractId;

    @Column(name = "depositor")
    private String depositor;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private State state;

    @Column(name = "stamped_at")
    private Instant stampedAt;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "ordered_by")
    private String orderedBy;

    @Column(name = "last_awarded_on")
    private @Nullable LocalDate lastAwardedOn;

    @Column(name = "last_id")
    private @Nullable UUID lastId;

    @Column(name = "passages")
    private int passages;

    @Column(name = "set_aside")
    private int setAside;

    @Column(name = "bytes")
    private long bytes;

    @Column(name = "sha256")
    private @Nullable String sha256;

    @Column(name = "deposited_at")
    private @Nullable Instant depositedAt;

    @Column(name = "reference")
    private @Nullable String reference;

    @Column(name = "reason")
    private @Nullable String reason;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    @Column(name = "version")
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Flux() {}

    Flux(
            String certificationNumber,
            Action action,
            boolean resentOnly,
            FluxSchema.Version schema,
            CdcTerms.Sender sender,
            Instant now,
            String orderedBy) {
        this.id = Ids.next();
        this.certificationNumber = certificationNumber;
        this.action = action;
        this.resentOnly = resentOnly;
        this.schemaVersion = schema.number();
        this.emitterClientId = sender.emitterClientId();
        this.certifierClientId = sender.certifierClientId();
        this.contractId = sender.contractId();
        this.depositor = sender.depositor();
        this.state = State.BUILDING;
        this.stampedAt = now;
        this.fileName = "cpf-%s-%s-%s.xml"
                .formatted(
                        certificationNumber,
                        DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
                                .withZone(PARIS)
                                .format(now),
                        id);
        this.orderedBy = orderedBy;
        this.changedAt = now;
    }

    /** A piece more of the file is there. */
    void grow(LocalDate throughAwardedOn, UUID throughId, int more, int aside, long moreBytes) {
        lastAwardedOn = throughAwardedOn;
        lastId = throughId;
        passages += more;
        setAside += aside;
        bytes += moreBytes;
    }

    void built(String hash, Instant now) {
        sha256 = hash;
        become(State.BUILT, now);
    }

    void deposited(Instant at, @Nullable String under, Instant now) {
        depositedAt = at;
        reference = under;
        become(State.DEPOSITED, now);
    }

    void end(State how, @Nullable String why, Instant now) {
        reason = why;
        become(how, now);
    }

    private void become(State next, Instant now) {
        state = next;
        changedAt = now;
    }

    UUID id() {
        return id;
    }

    String certificationNumber() {
        return certificationNumber;
    }

    Action action() {
        return action;
    }

    boolean resentOnly() {
        return resentOnly;
    }

    FluxSchema.Version schema() {
        return FluxSchema.Version.of(schemaVersion);
    }

    CdcTerms.Sender sender() {
        return new CdcTerms.Sender(emitterClientId, certifierClientId, contractId, depositor);
    }

    State state() {
        return state;
    }

    Instant stampedAt() {
        return stampedAt;
    }

    String fileName() {
        return fileName;
    }

    @Nullable
    LocalDate lastAwardedOn() {
        return lastAwardedOn;
    }

    @Nullable
    UUID lastId() {
        return lastId;
    }

    int passages() {
        return passages;
    }

    int setAside() {
        return setAside;
    }

    long bytes() {
        return bytes;
    }

    @Nullable
    String sha256() {
        return sha256;
    }

    @Nullable
    Instant depositedAt() {
        return depositedAt;
    }

    @Nullable
    String reference() {
        return reference;
    }

    @Nullable
    String reason() {
        return reason;
    }

    int version() {
        return version;
    }
}
