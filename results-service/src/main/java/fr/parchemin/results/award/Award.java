package fr.parchemin.results.award;

import fr.parchemin.results.capital.Acquisition;
import fr.parchemin.results.capital.Fact;
import fr.parchemin.results.capital.GrantedTitle;
import fr.parchemin.results.capital.ObtainedBy;
import fr.parchemin.results.examsession.Identity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that a candidate holds: a block (CCP), the title or a complementary certificate (CCS). It follows from what
 * a validated record gave or from a total equivalence, and from nothing else (R112), is never deleted, and is withdrawn when that no longer counts
 * (R118). Shown outside from the notification on (R111).
 */
@Entity
@Table(name = "award")
public class Award {

    /** What is awarded. */
    public enum Kind {
        BLOCK,
        TITLE,
        CCS
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
    private @Nullable String route;

    @Column(name = "session_id")
    private @Nullable UUID sessionId;

    @Column(name = "record_id")
    private @Nullable UUID recordId;

    @Column(name = "enrolment_id")
    private @Nullable UUID enrolmentId;

    @Column(name = "centre_siret")
    private @Nullable String centreSiret;

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

    @Enumerated(EnumType.STRING)
    @Column(name = "withdrawal_cause")
    private Fact.@Nullable Cause withdrawalCause;

    @Column(name = "acquisition_id")
    private @Nullable UUID acquisitionId;

    @Version
    @Column(name = "version")
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Award() {}

    Award(Certifiable of) {
        this.number = AwardNumbers.next(of.on().getYear());
        this.kind = of.kind();
        this.blockCode = of.code();
        this.candidateId = of.candidateId();
        this.identityVersion = of.identityVersion();
        this.certificationNumber = of.certificationNumber();
        this.awardedOn = of.on();
        this.acquisitionId = of.id();
        switch (of) {
            case Certifiable.Examined(Acquisition a) -> {
                this.title = a.title();
                this.label = a.label();
                this.obtainedBy = a.obtainedBy();
                this.route = a.route();
                this.sessionId = a.sessionId();
                this.recordId = a.recordId();
                this.enrolmentId = a.enrolmentId();
                this.centreSiret = a.centreSiret();
                this.trainingProviderSiret = a.trainingProviderSiret();
                this.enteredBySiret = a.enteredBySiret();
            }
            case Certifiable.Granted(GrantedTitle grant, Identity identity) -> {
                this.title = grant.title();
                this.label = grant.title();
                this.obtainedBy = ObtainedBy.EQUIVALENCE;
                this.enteredBySiret = identity.createdBySiret();
            }
        }
    }

    /** R108: a rectifying record of the same session says the same: the certificate stands, and rests on that one. */
    void standOn(Acquisition other) {
        acquisitionId = other.id();
        recordId = other.recordId();
    }

    /** Whether it is of the same thing, obtained at the same session. */
    boolean sameAs(Acquisition other) {
        return kind.name().equals(other.kind().name())
                && Objects.equals(blockCode, other.code())
                && other.enrolmentId().equals(enrolmentId)
                && awardedOn.equals(other.obtainedOn());
    }

    /** R123: prints another version of the identity from now on. */
    void print(int newIdentityVersion) {
        identityVersion = newIdentityVersion;
    }

    void show() {
        visible = true;
    }

    boolean visible() {
        return visible;
    }

    /** R118: a dated fact with its reason; the award stays in history. */
    void withdraw(Fact.Cause cause, String reason, LocalDate on) {
        withdrawnOn = on;
        withdrawalReason = reason;
        withdrawalCause = cause;
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

    /** By which route it was sat for, null for a title granted by decision. */
    public @Nullable String route() {
        return route;
    }

    /** The session where it was obtained, null for a title granted by decision. */
    @Nullable
    UUID sessionId() {
        return sessionId;
    }

    /** The centre that examined, null for a title granted by decision. */
    public @Nullable String centreSiret() {
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

    /** Why it was withdrawn, null while it is in force. */
    public Fact.@Nullable Cause withdrawalCause() {
        return withdrawalCause;
    }

    /** What was obtained, or granted, and is certified here: its id among what the candidate holds. */
    public @Nullable UUID acquisitionId() {
        return acquisitionId;
    }

    public int version() {
        return version;
    }
}
