package fr.parchemin.results.capital;

import fr.parchemin.kit.Ids;
import fr.parchemin.results.capital.Fact.Kind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What one validated record gave one candidate: a block, the title or a complementary certificate. Never changed and never
 * deleted; what undoes it is a {@link Voiding}. Awards are the certificates made of it.
 */
@Entity
@Immutable
@Table(name = "acquisition")
public class Acquisition {

    /** What the acquisitions of one candidate at one validation have in common. */
    public record Grounds(
            UUID candidateId,
            int identityVersion,
            String certificationNumber,
            int planVersion,
            String title,
            String route,
            UUID sessionId,
            UUID recordId,
            UUID enrolmentId,
            String centreSiret,
            @Nullable String trainingProviderSiret,
            @Nullable String enteredBySiret) {}

    @Id
    private UUID id;

    @Column(name = "candidate_id")
    private UUID candidateId;

    @Column(name = "identity_version")
    private int identityVersion;

    @Column(name = "certification_number")
    private String certificationNumber;

    @Column(name = "plan_version")
    private int planVersion;

    @Column(name = "title")
    private String title;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private Kind kind;

    @Column(name = "code")
    private @Nullable String code;

    @Column(name = "label")
    private String label;

    @Enumerated(EnumType.STRING)
    @Column(name = "obtained_by")
    private @Nullable ObtainedBy obtainedBy;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "rests_on")
    private List<String> restsOn;

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

    @Column(name = "obtained_on")
    private LocalDate obtainedOn;

    @SuppressWarnings("NullAway.Init")
    protected Acquisition() {}

    private Acquisition(Grounds grounds, Kind kind, @Nullable String code, String label, LocalDate on) {
        this.id = Ids.next();
        this.candidateId = grounds.candidateId();
        this.identityVersion = grounds.identityVersion();
        this.certificationNumber = grounds.certificationNumber();
        this.planVersion = grounds.planVersion();
        this.title = grounds.title();
        this.kind = kind;
        this.code = code;
        this.label = label;
        this.restsOn = List.of();
        this.route = grounds.route();
        this.sessionId = grounds.sessionId();
        this.recordId = grounds.recordId();
        this.enrolmentId = grounds.enrolmentId();
        this.centreSiret = grounds.centreSiret();
        this.trainingProviderSiret = grounds.trainingProviderSiret();
        this.enteredBySiret = grounds.enteredBySiret();
        this.obtainedOn = on;
    }

    /** A block or, in a session CCS, a complementary certificate. */
    public static Acquisition ofPart(Grounds grounds, Kind kind, String code, String label, LocalDate on) {
        return new Acquisition(grounds, kind, code, label, on);
    }

    /** The title, with the blocks on which it stands. */
    public static Acquisition ofTitle(Grounds grounds, ObtainedBy by, Collection<String> restsOn, LocalDate on) {
        Acquisition title = new Acquisition(grounds, Kind.TITLE, null, grounds.title(), on);
        title.obtainedBy = by;
        title.restsOn = List.copyOf(new TreeSet<>(restsOn));
        return title;
    }

    Fact.Gain gain() {
        return new Fact.Gain(
                id,
                kind,
                certificationNumber,
                planVersion,
                code,
                obtainedOn,
                recordId,
                sessionId,
                null,
                Set.copyOf(restsOn));
    }

    public UUID id() {
        return id;
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

    public Kind kind() {
        return kind;
    }

    public @Nullable String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public @Nullable ObtainedBy obtainedBy() {
        return obtainedBy;
    }

    /** The blocks on which a title stands; none for anything else. */
    public List<String> restsOn() {
        return restsOn;
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

    public UUID enrolmentId() {
        return enrolmentId;
    }

    public String centreSiret() {
        return centreSiret;
    }

    public @Nullable String trainingProviderSiret() {
        return trainingProviderSiret;
    }

    public @Nullable String enteredBySiret() {
        return enteredBySiret;
    }

    /** Version of the assessment plan under which it was judged. */
    public int planVersion() {
        return planVersion;
    }

    public LocalDate obtainedOn() {
        return obtainedOn;
    }
}
