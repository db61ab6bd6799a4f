package fr.parchemin.results.capital;

import fr.parchemin.kit.Ids;
import fr.parchemin.results.capital.Fact.Cause;
import fr.parchemin.results.capital.Fact.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Why something obtained or decided no longer counts. Never changed: what was void stays void. */
@Entity
@Immutable
@Table(name = "voiding")
class Voiding {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(name = "scope")
    private Scope scope;

    @Column(name = "target")
    private UUID target;

    @Enumerated(EnumType.STRING)
    @Column(name = "cause")
    private Cause cause;

    @Column(name = "reason")
    private String reason;

    @Column(name = "decided_on")
    private LocalDate decidedOn;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    @SuppressWarnings("NullAway.Init")
    protected Voiding() {}

    Voiding(Fact.Undone undone, Instant recordedAt, String recordedBy) {
        this.id = undone.id();
        this.scope = undone.scope();
        this.target = undone.target();
        this.cause = undone.cause();
        this.reason = undone.reason();
        this.decidedOn = undone.on();
        this.recordedAt = recordedAt;
        this.recordedBy = recordedBy;
    }

    /** The same decision, on what another record says again. */
    Voiding alsoOf(UUID gain, Instant at) {
        return new Voiding(new Fact.Undone(Ids.next(), scope, gain, cause, reason, decidedOn), at, recordedBy);
    }

    Fact.Undone undone() {
        return new Fact.Undone(id, scope, target, cause, reason, decidedOn);
    }
}
