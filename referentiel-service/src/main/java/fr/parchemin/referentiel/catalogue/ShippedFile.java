package fr.parchemin.referentiel.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a file of the shipped catalogue held when it was last loaded. */
@Entity
@Table(name = "shipped_file")
class ShippedFile {

    @Id
    @Column(name = "name")
    private String name;

    @Column(name = "content_hash")
    private String contentHash;

    @Column(name = "plan_hash")
    private @Nullable String planHash;

    @Column(name = "loaded_at")
    private Instant loadedAt;

    @SuppressWarnings("NullAway.Init")
    protected ShippedFile() {
        // For Hibernate.
    }

    ShippedFile(String name, String contentHash, @Nullable String planHash, Instant now) {
        this.name = name;
        this.contentHash = contentHash;
        this.planHash = planHash;
        this.loadedAt = now;
    }

    boolean holds(String hash) {
        return contentHash.equals(hash);
    }

    @Nullable
    String planHash() {
        return planHash;
    }

    void loaded(String hash, @Nullable String newPlanHash, Instant now) {
        contentHash = hash;
        planHash = newPlanHash;
        loadedAt = now;
    }

    String name() {
        return name;
    }

    Instant loadedAt() {
        return loadedAt;
    }
}
