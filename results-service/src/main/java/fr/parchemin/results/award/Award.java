package fr.parchemin.results.award;

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

/**
 * A certificate that a candidate holds: a block (CCP) or the title. Made by the validation of a record and by nothing
 * else (R112), never deleted; a withdrawal is a dated fact on it (R118). Shown outside from the notification on (R111).
 */
@Entity
@Table(name = "award")
public class Award {

    /** What is awarded. */
    public enum Kind {
        BLOCK,
        TITLE
    }

    /** How a title was reached (R12). */
    public enum ObtainedBy {
        TITLE_SESSION,
        CAPITALISATION
    }

    @Id
    private String number;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private Kind kind;

    @Column(name = "candidate_id")
    private UUID candidateId;

    @Column(name = "identity_version")
    private int identityVersion;

    @Column(name = "certification_number")
    private String certificationNumber;

    @Column(name = "title")
    private String title;

    @Column(name = "block_code")
    private @Nullable String blockCode;

    @Column(name = "label")
    private String label;

    @Enumerated(EnumType.STRING)
    @Column(name = "obtained_by")
    private @Nullable ObtainedBy obtainedBy;

    @Column(name = "route")
    private String route;

    @Column(name = "session_id")
    private UUID sessionId;

    @Column(name = "record_id")
    private UUID recordId;

    @Column(name = "enrolment_id")
    private UUID enrolmentId;

    @Column(name = "centre_siret")
    private String centreSiret;

    @Column(name = "training_provider_siret")
    private @Nullable String trainingProviderSiret;

    @Column(name = "entered_by_siret")
    private @Nullable String enteredBySiret;

    @Column(name = "awarded_on")
    private LocalDate awardedOn;

    @Column(name = "visible")
    private boolean visible;

    @Column(name = "withdrawn_on")
    private @Nullable LocalDate withdrawnOn;

    @Column(name = "withdrawal_reason")
    private @Nullable String withdrawalReason;

    @Version
    @Column(name = "version")
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Award() {}

    /** What the awards of one candidate at one validation have in common. */
    record Grounds(
            UUID candidateId,
            int identityVersion,
            String certificationNumber,
            String title,
            String route,
            UUID sessionId,
            UUID recordId,
            UUID enrolmentId,
            String centreSiret,
            @Nullable String trainingProviderSiret,
            @Nullable String enteredBySiret,
            LocalDate awardedOn) {}

    private Award(Grounds grounds, Kind kind, String label) {
        this.number = AwardNumbers.next(grounds.awardedOn().getYear());
        this.kind = kind;
        this.label = label;
        this.candidateId = grounds.candidateId();
        this.identityVersion = grounds.identityVersion();
        this.certificationNumber = grounds.certificationNumber();
        this.title = grounds.title();
        this.route = grounds.route();
        this.sessionId = grounds.sessionId();
        this.recordId = grounds.recordId();
        this.enrolmentId = grounds.enrolmentId();
        this.centreSiret = grounds.centreSiret();
        this.trainingProviderSiret = grounds.trainingProviderSiret();
        this.enteredBySiret = grounds.enteredBySiret();
        this.awardedOn = grounds.awardedOn();
    }

    static Award ofBlock(Grounds grounds, String blockCode, String label) {
        Award award = new Award(grounds, Kind.BLOCK, label);
        award.blockCode = blockCode;
        return award;
    }

    static Award ofTitle(Grounds grounds, ObtainedBy obtainedBy) {
        Award award = new Award(grounds, Kind.TITLE, grounds.title());
        award.obtainedBy = obtainedBy;
        return award;
    }

    void show() {
        visible = true;
    }

    /** R118: a dated decision with its reason; the award stays in history. */
    void withdraw(String reason, LocalDate on) {
        withdrawnOn = on;
        withdrawalReason = reason;
    }

    public String number() {
        return number;
    }

    public Kind kind() {
        return kind;
    }

    public UUID candidateId() {
        return candidateId;
    }

    public int identityVersion() {
        return identityVersion;
    }

    public String certificationNumber() {
        return certificationNumber;
    }

    public String title() {
        return title;
    }

    public @Nullable String blockCode() {
        return blockCode;
    }

    public String label() {
        return label;
    }

    public @Nullable ObtainedBy obtainedBy() {
        return obtainedBy;
    }

    public String route() {
        return route;
    }

    public UUID sessionId() {
        return sessionId;
    }

    public UUID recordId() {
        return recordId;
    }

    public String centreSiret() {
        return centreSiret;
    }

    public @Nullable String trainingProviderSiret() {
        return trainingProviderSiret;
    }

    /** The organisation that entered the candidate, null when it was not told. */
    public @Nullable String enteredBySiret() {
        return enteredBySiret;
    }

    public LocalDate awardedOn() {
        return awardedOn;
    }

    public boolean inForce() {
        return withdrawnOn == null;
    }

    public @Nullable LocalDate withdrawnOn() {
        return withdrawnOn;
    }

    public int version() {
        return version;
    }
}
