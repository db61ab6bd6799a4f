package fr.parchemin.session.candidate;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One version of a candidate's identity. It is written once: a correction is a later version. */
@Entity
@Table(name = "candidate_identity")
class CandidateIdentity {

    @EmbeddedId
    private Key key;

    @Column(name = "birth_name")
    private String birthName;

    @Column(name = "usage_name")
    private @Nullable String usageName;

    @Column(name = "first_names")
    private List<String> firstNames;

    @Enumerated(EnumType.STRING)
    @Column(name = "sex")
    private Sex sex;

    @Column(name = "born_on")
    private LocalDate bornOn;

    @Column(name = "birth_place_insee")
    private @Nullable String birthPlaceInsee;

    @Column(name = "birth_place_label")
    private String birthPlaceLabel;

    @Column(name = "birth_place_country")
    private String birthPlaceCountry;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "reason")
    private @Nullable String reason;

    @Column(name = "document")
    private @Nullable String document;

    @SuppressWarnings("NullAway.Init")
    protected CandidateIdentity() {
        // For Hibernate.
    }

    CandidateIdentity(UUID candidateId, int version, CivilIdentity identity, Instant now, String author) {
        this.key = new Key(candidateId, version);
        this.birthName = identity.birthName();
        this.usageName = identity.usageName();
        this.firstNames = identity.firstNames();
        this.sex = identity.sex();
        this.bornOn = identity.bornOn();
        this.birthPlaceInsee = identity.birthPlaceInsee();
        this.birthPlaceLabel = identity.birthPlaceLabel();
        this.birthPlaceCountry = identity.birthPlaceCountry();
        this.recordedAt = now;
        this.recordedBy = author;
    }

    /** Keeps why the authority corrected it, and by which document. */
    void actOf(String why, String proof) {
        reason = why;
        document = proof;
    }

    UUID candidateId() {
        return key.candidateId();
    }

    CivilIdentity identity() {
        return new CivilIdentity(
                birthName,
                usageName,
                List.copyOf(firstNames),
                sex,
                bornOn,
                birthPlaceInsee,
                birthPlaceLabel,
                birthPlaceCountry);
    }

    /** Candidate and version. */
    @Embeddable
    record Key(
            @Column(name = "candidate_id") UUID candidateId,

            @Column(name = "identity_version") int version) implements Serializable {}
}
