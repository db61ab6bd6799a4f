package fr.parchemin.session.holding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A block or a title that a candidate holds, until it is withdrawn: our copy of what the results service awarded. */
@Entity
@Table(name = "held_award")
class HeldAward {

    @Id
    @Column(name = "award_number")
    private String awardNumber;

    @Column(name = "candidate_id")
    private UUID candidateId;

    @Column(name = "certification_number")
    private String certificationNumber;

    @Column(name = "block_code")
    private @Nullable String blockCode;

    @Column(name = "awarded_on")
    private LocalDate awardedOn;

    @Column(name = "withdrawn_on")
    private @Nullable LocalDate withdrawnOn;

    @SuppressWarnings("NullAway.Init")
    protected HeldAward() {
        // For Hibernate.
    }

    HeldAward(
            String awardNumber,
            UUID candidateId,
            String certificationNumber,
            @Nullable String blockCode,
            LocalDate awardedOn) {
        this.awardNumber = awardNumber;
        this.candidateId = candidateId;
        this.certificationNumber = certificationNumber;
        this.blockCode = blockCode;
        this.awardedOn = awardedOn;
    }

    void withdraw(LocalDate day) {
        withdrawnOn = day;
    }

    @Nullable
    String blockCode() {
        return blockCode;
    }
}
