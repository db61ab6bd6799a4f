package fr.parchemin.session.approval;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decision of the prefect: one centre, one certification, one site, one period. It is never extended: another period is another decision. It may be ended earlier. */
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

    @Column(name = "complement_code")
    private @Nullable String complementCode;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    @Column(name = "decision")
    private String decision;

    @Column(name = "granted_to")
    private @Nullable LocalDate grantedTo;

    @Column(name = "end_decision")
    private @Nullable String endDecision;

    @Column(name = "end_reason")
    private @Nullable String endReason;

    @SuppressWarnings("NullAway.Init")
    protected CentreApproval() {
        // For Hibernate.
    }

    CentreApproval(
            UUID id,
            UUID centreId,
            UUID siteId,
            String certificationNumber,
            @Nullable String complementCode,
            LocalDate validFrom,
            LocalDate validTo,
            String decision) {
        this.id = id;
        this.centreId = centreId;
        this.siteId = siteId;
        this.certificationNumber = certificationNumber;
        this.complementCode = complementCode;
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

    /** The complementary certificate that it is for, null when it is for the title. */
    @Nullable
    String complementCode() {
        return complementCode;
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

    /** Last day of the first decision, null unless another one ended it earlier. */
    @Nullable
    LocalDate grantedTo() {
        return grantedTo;
    }

    @Nullable
    String endDecision() {
        return endDecision;
    }

    @Nullable
    String endReason() {
        return endReason;
    }

    /** @param lastDay from {@code validFrom} to the day before {@code validTo} */
    void end(LocalDate lastDay, String by, String reason) {
        grantedTo = grantedTo == null ? validTo : grantedTo;
        validTo = lastDay;
        endDecision = by;
        endReason = reason;
    }
}
