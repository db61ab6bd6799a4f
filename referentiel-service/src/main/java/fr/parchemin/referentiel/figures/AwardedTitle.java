package fr.parchemin.referentiel.figures;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A title that somebody was awarded, until it is withdrawn: our copy of what the results service tells. */
@Entity
@Table(name = "awarded_title")
class AwardedTitle {

    @Id
    @Column(name = "award_number")
    private String awardNumber;

    @Column(name = "certification_number")
    private String certificationNumber;

    @Column(name = "awarded_on")
    private LocalDate awardedOn;

    @Column(name = "route")
    private @Nullable String route;

    @Column(name = "withdrawn_on")
    private @Nullable LocalDate withdrawnOn;

    @SuppressWarnings("NullAway.Init")
    protected AwardedTitle() {
        // For Hibernate.
    }

    AwardedTitle(String awardNumber, String certificationNumber, LocalDate awardedOn, @Nullable String route) {
        this.awardNumber = awardNumber;
        this.certificationNumber = certificationNumber;
        this.awardedOn = awardedOn;
        this.route = route;
    }

    void withdraw(LocalDate day) {
        withdrawnOn = day;
    }
}
