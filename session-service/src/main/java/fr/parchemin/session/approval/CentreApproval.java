package fr.parchemin.session.approval;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;

/** Decision of the prefect: one centre, one certification, one site, one period. It is never changed; another period is another decision. */
@Entity
@Table(name = "centre_approval")
class CentreApproval {

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "centre_id")
    private UUID centreId;

    @Column(name = "site_id")
    private UUID siteId;

    @Column(name = "certification_number")
    private String certificationNumber;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    @Column(name = "decision")
    private String decision;

    @SuppressWarnings("NullAway.Init")
    protected CentreApproval() {
        // For Hibernate.
    }

    CentreApproval(
            UUID id,
            UUID centreId,
            UUID siteId,
            String certificationNumber,
            LocalDate validFrom,
            LocalDate validTo,
            String decision) {
        this.id = id;
        this.centreId = centreId;
        this.siteId = siteId;
        this.certificationNumber = certificationNumber;
        this.validFrom = validFrom;
        this.validTo = validTo;
        this.decision = decision;
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

    UUID siteId() {
        return siteId;
    }

    String certificationNumber() {
        return certificationNumber;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    LocalDate validTo() {
        return validTo;
    }

    String decision() {
        return decision;
    }
}
