package fr.parchemin.session.juror;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A professional who may sit on juries. The subject ties the person to the tokens they sign in with. */
@Entity
@Table(name = "juror")
class Juror {

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "subject")
    private String subject;

    @Column(name = "last_name")
    private String lastName;

    @Column(name = "first_name")
    private String firstName;

    @Column(name = "employer_siret")
    private @Nullable String employerSiret;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Juror() {
        // For Hibernate.
    }

    Juror(
            UUID id,
            String subject,
            String lastName,
            String firstName,
            @Nullable String employerSiret,
            Instant createdAt) {
        this.id = id;
        this.subject = subject;
        this.lastName = lastName;
        this.firstName = firstName;
        this.employerSiret = employerSiret;
        this.createdAt = createdAt;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    String subject() {
        return subject;
    }

    String lastName() {
        return lastName;
    }

    String firstName() {
        return firstName;
    }

    @Nullable
    String employerSiret() {
        return employerSiret;
    }

    Instant createdAt() {
        return createdAt;
    }
}
