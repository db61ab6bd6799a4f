package fr.parchemin.results.credential;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That an award has a credential, under which id and where in which status list. */
@Entity
@Table(name = "credential")
public class Credential {

    @Id
    @Column(name = "award_number")
    private String awardNumber;

    @Column(name = "id")
    private UUID id;

    @Column(name = "status_list")
    private int statusList;

    @Column(name = "status_index")
    private int statusIndex;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @SuppressWarnings("NullAway.Init")
    protected Credential() {}

    public String awardNumber() {
        return awardNumber;
    }

    public UUID id() {
        return id;
    }

    int statusList() {
        return statusList;
    }

    int statusIndex() {
        return statusIndex;
    }

    Instant issuedAt() {
        return issuedAt;
    }
}
