package fr.parchemin.results.examsession;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One version of the civil identity of a candidate. Records and awards print the one frozen on the day (R122). */
@Entity
@Table(name = "person_identity")
public class Identity {

    /** Whose, and which version. */
    @Embeddable
    public record Key(
            @Column(name = "candidate_id") UUID candidateId,
            @Column(name = "version") int version) {}

    @EmbeddedId
    private Key key;

    @Column(name = "birth_name")
    private String birthName;

    @Column(name = "usage_name")
    private @Nullable String usageName;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "first_names")
    private List<String> firstNames;

    @Column(name = "sex")
    private String sex;

    @Column(name = "born_on")
    private LocalDate bornOn;

    @Column(name = "birth_place")
    private String birthPlace;

    @Column(name = "birth_insee_code")
    private @Nullable String birthInseeCode;

    @Column(name = "birth_country_code")
    private @Nullable String birthCountryCode;

    @Column(name = "created_by_siret")
    private @Nullable String createdBySiret;

    @SuppressWarnings("NullAway.Init")
    protected Identity() {}

    Identity(IdentityEvent.Candidate told) {
        this.key = new Key(told.candidateId(), told.version());
        this.birthName = told.birthName();
        this.usageName = told.usageName();
        this.firstNames = List.copyOf(told.firstNames());
        this.sex = told.sex();
        this.bornOn = told.bornOn();
        this.birthPlace = told.birthPlace().label();
        this.birthInseeCode = told.birthPlace().inseeCode();
        this.birthCountryCode = told.birthPlace().countryCode();
        this.createdBySiret = told.createdBySiret();
    }

    public UUID candidateId() {
        return key.candidateId();
    }

    public int version() {
        return key.version();
    }

    public String birthName() {
        return birthName;
    }

    public @Nullable String usageName() {
        return usageName;
    }

    /** M or F, as in the civil status. */
    public String sex() {
        return sex;
    }

    public LocalDate bornOn() {
        return bornOn;
    }

    public String birthPlace() {
        return birthPlace;
    }

    /** The organisation that entered the candidate, null when it was not told. */
    public @Nullable String createdBySiret() {
        return createdBySiret;
    }

    /** {@code DUPONT Marie, Anne}: birth name and all first names, as documents print them. */
    public String fullName() {
        return birthName + " " + String.join(", ", firstNames);
    }
}
