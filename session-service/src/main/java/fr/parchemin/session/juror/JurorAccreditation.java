package fr.parchemin.session.juror;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decision that allows a professional to judge one certification for one period, anywhere in the country. */
@Entity
@Table(name = "juror_accreditation")
class JurorAccreditation {

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "juror_id")
    private UUID jurorId;

    @Column(name = "certification_number")
    private String certificationNumber;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    @Column(name = "years_in_trade")
    private int yearsInTrade;

    @Column(name = "left_trade_on")
    private @Nullable LocalDate leftTradeOn;

    @SuppressWarnings("NullAway.Init")
    protected JurorAccreditation() {
        // For Hibernate.
    }

    JurorAccreditation(
            UUID id,
            UUID jurorId,
            String certificationNumber,
            LocalDate validFrom,
            LocalDate validTo,
            int yearsInTrade,
            @Nullable LocalDate leftTradeOn) {
        this.id = id;
        this.jurorId = jurorId;
        this.certificationNumber = certificationNumber;
        this.validFrom = validFrom;
        this.validTo = validTo;
        this.yearsInTrade = yearsInTrade;
        this.leftTradeOn = leftTradeOn;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    UUID jurorId() {
        return jurorId;
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

    int yearsInTrade() {
        return yearsInTrade;
    }

    @Nullable
    LocalDate leftTradeOn() {
        return leftTradeOn;
    }
}
