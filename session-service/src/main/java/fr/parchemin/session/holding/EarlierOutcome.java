package fr.parchemin.session.holding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an earlier session ended for a candidate: our copy of what was notified. */
@Entity
@Table(name = "earlier_outcome")
class EarlierOutcome {

    @Id
    @Column(name = "enrolment_id")
    private UUID enrolmentId;

    @Column(name = "candidate_id")
    private UUID candidateId;

    @Column(name = "certification_number")
    private String certificationNumber;

    @Column(name = "outcome")
    private String outcome;

    @Column(name = "notified_at")
    private Instant notifiedAt;

    @Column(name = "annulled_on")
    private @Nullable LocalDate annulledOn;

    @SuppressWarnings("NullAway.Init")
    protected EarlierOutcome() {
        // For Hibernate.
    }

    EarlierOutcome(UUID enrolmentId, UUID candidateId, String certificationNumber, String outcome, Instant notifiedAt) {
        this.enrolmentId = enrolmentId;
        this.candidateId = candidateId;
        this.certificationNumber = certificationNumber;
        this.outcome = outcome;
        this.notifiedAt = notifiedAt;
    }

    /** Takes an outcome that replaces the one known; one that is void stays void, as its session does. */
    void replace(String newOutcome, Instant at) {
        outcome = newOutcome;
        notifiedAt = at;
    }

    void annul(LocalDate day) {
        annulledOn = day;
    }

    String outcome() {
        return outcome;
    }
}
