package fr.parchemin.session.timeline;

import fr.parchemin.session.examsession.TakeSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Tells what happened to a session, first things first. */
@ApplicationScoped
class ReadTimeline {

    /** A session of sixty candidates leaves about a thousand acts. */
    private static final int MANY = 5000;

    private final TakeSession take;
    private final EntityManager entities;

    ReadTimeline(TakeSession take, EntityManager entities) {
        this.take = take;
        this.entities = entities;
    }

    TimelineView of(UUID sessionId) {
        take.toRead(sessionId);
        return new TimelineView(entities.createNativeQuery(
                        "select step, enrolment_id, state, acted_at, acted_by, reason from session_act"
                                + " where session_id = :session order by position",
                        Object[].class)
                .setParameter("session", sessionId)
                .setMaxResults(MANY)
                .getResultList();
        return new TimelineView(rows.stream()
                .map(r -> (Object[]) r)
                .map(r -> new TimelineView.Act(
                        (String) r[0], (UUID) r[1], (String) r[2], (Instant) r[3], (String) r[4], (String) r[5]))
                .toList());
    }
}
