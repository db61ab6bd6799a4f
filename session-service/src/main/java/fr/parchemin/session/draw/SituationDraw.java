package fr.parchemin.session.draw;

import fr.parchemin.session.examsession.KitSituation;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The situations that a candidate drew for an event, with everything needed to replay the draw. It is recorded once; a
 * later draw for the same event has the next rank and its reason, and the first stays.
 */
@Entity
@Table(name = "situation_draw")
class SituationDraw {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "session_id")
    private UUID sessionId;

    @Column(name = "enrolment_id")
    private UUID enrolmentId;

    @Column(name = "event_code")
    private String eventCode;

    @Column(name = "rank")
    private int rank;

    @Column(name = "seed")
    private byte[] seed;

    @Column(name = "commitment")
    private byte[] commitment;

    @Column(name = "committed_at")
    private Instant committedAt;

    @Column(name = "types")
    private List<String> types;

    @Column(name = "drawn_at")
    private Instant drawnAt;

    @Column(name = "drawn_by")
    private String drawnBy;

    @Column(name = "redraw_reason")
    private @Nullable String redrawReason;

    @ElementCollection
    @CollectionTable(name = "situation_draw_pool", joinColumns = @JoinColumn(name = "draw_id"))
    private Set<DrawnSituation> pool = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected SituationDraw() {
        // For Hibernate.
    }

    /**
     * Draws from {@code offered} with the seed that was fixed before, a pick for each type.
     *
     * @throws IllegalArgumentException when the pool is not the one that was committed to
     */
    SituationDraw(
            UUID id,
            UUID sessionId,
            UUID enrolmentId,
            String eventCode,
            int rank,
            DrawCommitment committed,
            List<KitSituation> offered,
            List<String> types,
            Instant drawnAt,
            String drawnBy,
            @Nullable String redrawReason) {
        this.id = id;
        this.sessionId = sessionId;
        this.enrolmentId = enrolmentId;
        this.eventCode = eventCode;
        this.rank = rank;
        this.seed = committed.seed().clone();
        this.types = List.copyOf(types);
        this.commitment = UniformDrawPolicy.commitment(seed, offered);
        if (!Arrays.equals(commitment, committed.commitment())) {
            throw new IllegalArgumentException("the pool is not the one that was committed to");
        }
        this.committedAt = committed.committedAt();
        this.drawnAt = drawnAt;
        this.drawnBy = drawnBy;
        this.redrawReason = redrawReason;
        List<String> drawn = UniformDrawPolicy.draw(seed, context(), offered, types).stream()
                .map(UniformDrawPolicy.Step::code)
                .toList();
        for (int i = 0; i < offered.size(); i++) {
            KitSituation s = offered.get(i);
            int pick = drawn.indexOf(s.code());
            pool.add(new DrawnSituation(i, s.code(), s.type(), s.label(), pick < 0 ? null : pick + 1));
        }
    }

    /** What the draw is for, as it enters the computation. */
    String context() {
        return enrolmentId + "|" + eventCode + "|" + rank;
    }

    /** The pool as it was offered. */
    List<KitSituation> offered() {
        return pool.stream()
                .sorted(Comparator.comparingInt(DrawnSituation::position))
                .map(s -> new KitSituation(s.code(), s.type(), s.label()))
                .toList();
    }

    /** What was drawn, in the order of the picks. */
    List<KitSituation> drawn() {
        return pool.stream()
                .filter(s -> s.drawnAs() != null)
                .sorted(Comparator.comparingInt(s -> Objects.requireNonNull(s.drawnAs())))
                .map(s -> new KitSituation(s.code(), s.type(), s.label()))
                .toList();
    }

    UUID id() {
        return id;
    }

    UUID sessionId() {
        return sessionId;
    }

    UUID enrolmentId() {
        return enrolmentId;
    }

    String eventCode() {
        return eventCode;
    }

    int rank() {
        return rank;
    }

    byte[] seed() {
        return seed.clone();
    }

    byte[] commitment() {
        return commitment.clone();
    }

    Instant committedAt() {
        return committedAt;
    }

    List<String> types() {
        return List.copyOf(types);
    }

    Instant drawnAt() {
        return drawnAt;
    }

    String drawnBy() {
        return drawnBy;
    }

    @Nullable
    String redrawReason() {
        return redrawReason;
    }
}
