package fr.parchemin.session.centre;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * A body that may be approved to hold exam sessions. Its SIRET ties it to the tokens of its staff and is never changed:
 * a body with another SIRET is another centre.
 */
@Entity
@Table(name = "centre")
class Centre {

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "siret")
    private String siret;

    @Column(name = "name")
    private String name;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Centre() {
        // For Hibernate.
    }

    Centre(UUID id, String siret, String name, Instant now) {
        this.id = id;
        this.siret = siret;
        this.name = name;
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    String siret() {
        return siret;
    }

    String name() {
        return name;
    }

    Instant createdAt() {
        return createdAt;
    }
}
