package fr.parchemin.session.approval;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Written convention between a centre and a body that trains candidates whom the centre examines. */
@Entity
@Table(name = "training_agreement")
class TrainingAgreement {

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "centre_id")
    private UUID centreId;

    @Column(name = "training_provider_siret")
    private String trainingProviderSiret;

    @Column(name = "certification_numbers")
    private List<String> certificationNumbers;

    @Column(name = "signed_on")
    private LocalDate signedOn;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    @SuppressWarnings("NullAway.Init")
    protected TrainingAgreement() {
        // For Hibernate.
    }

    TrainingAgreement(
            UUID id,
            UUID centreId,
            String trainingProviderSiret,
            List<String> certificationNumbers,
            LocalDate signedOn,
            LocalDate validFrom,
            LocalDate validTo) {
        this.id = id;
        this.centreId = centreId;
        this.trainingProviderSiret = trainingProviderSiret;
        this.certificationNumbers = certificationNumbers;
        this.signedOn = signedOn;
        this.validFrom = validFrom;
        this.validTo = validTo;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    UUID centreId() {
        return centreId;
    }

    String trainingProviderSiret() {
        return trainingProviderSiret;
    }

    List<String> certificationNumbers() {
        return certificationNumbers;
    }

    LocalDate signedOn() {
        return signedOn;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    LocalDate validTo() {
        return validTo;
    }
}
