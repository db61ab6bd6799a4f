package fr.parchemin.session.timeline;

import fr.parchemin.session.Moments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes what happens to a session into its timeline, in the transaction of the act: both stay or neither. */
@ApplicationScoped
public class KeepAct {

    private final EntityManager entities;
    private final Clock clock;

    KeepAct(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Keeps one act.
     *
     * @param state of the session after it
     * @param actor subject of the token, or the service that told
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(
            UUID sessionId,
            String step,
            @Nullable UUID enrolmentId,
            String state,
            String actor,
            @Nullable String reason) {
        entities.createNativeQuery(
                        "insert into session_act (session_id, step, enrolment_id, state, acted_at, acted_by, reason)"
                                + " values (:session, :step, cast(:enrolment as uuid), :state, :at, :by, cast(:reason as text))")
                .setParameter("session", sessionId)
                .setParameter("step", step)
                .setParameter("enrolment", enrolmentId == null ? null : enrolmentId.toString())
                .setParameter("state", state)
                .setParameter("at", Moments.now(clock))
                .setParameter("by", actor)
                .setParameter("reason", reason)
                .executeUpdate();
    }
}
