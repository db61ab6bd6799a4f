package fr.parchemin.session.anonymity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote which anonymous work in a session: one identifier for each enrolment, assigned once by chance. Until it is
 * released for the interviews only the centre knows it (R73).
 */
@Entity
@Table(name = "anonymity")
class Anonymity {

    @Id
    @Column(name = "session_id")
    private UUID sessionId;

    @Column(name = "acronym")
    private String acronym;

    @Column(name = "assigned_at")
    private Instant assignedAt;

    @Column(name = "assigned_by")
    private String assignedBy;

    @Column(name = "released_at")
    private @Nullable Instant releasedAt;

    @Column(name = "released_by")
    private @Nullable String releasedBy;

    @ElementCollection
    @CollectionTable(name = "anonymous_identifier", joinColumns = @JoinColumn(name = "session_id"))
    private Set<Assigned> assigned = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected Anonymity() {
        // For Hibernate.
    }

    /** Gives each enrolment a workstation and a rank by chance: neither follows from the other, nor from the list. */
    Anonymity(
            UUID sessionId,
            String acronym,
            Collection<UUID> enrolmentIds,
            RandomGenerator random,
            Instant now,
            String author) {
        this.sessionId = sessionId;
        this.acronym = acronym;
        this.assignedAt = now;
        this.assignedBy = author;
        List<UUID> seated = new ArrayList<>(enrolmentIds);
        Collections.shuffle(seated, random);
        List<Integer> ranks = new ArrayList<>();
        for (int i = 1; i <= seated.size(); i++) {
            ranks.add(i);
        }
        Collections.shuffle(ranks, random);
        for (int i = 0; i < seated.size(); i++) {
            assigned.add(new Assigned(seated.get(i), "%s-P%02d-%03d".formatted(acronym, i + 1, ranks.get(i))));
        }
    }

    /** Tells the jury who is who, for the interviews; a second time changes nothing. */
    void release(Instant now, String author) {
        if (releasedAt == null) {
            releasedAt = now;
            releasedBy = author;
        }
    }

    /** Identifier of an enrolment. */
    @Embeddable
    record Assigned(
            @Column(name = "enrolment_id") UUID enrolmentId,
            @Column(name = "identifier") String identifier) {}

    UUID sessionId() {
        return sessionId;
    }

    Instant assignedAt() {
        return assignedAt;
    }

    @Nullable
    Instant releasedAt() {
        return releasedAt;
    }

    List<Assigned> assigned() {
        return assigned.stream()
                .sorted(Comparator.comparing(Assigned::identifier))
                .toList();
    }
}
