package fr.parchemin.session.timeline;

import fr.parchemin.session.examsession.TakeSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Tells what happened to a session, first things first: about a thousand acts for one of sixty candidates. */
@ApplicationScoped
class ReadTimeline {

    private final TakeSession take;
    private final EntityManager entities;

    ReadTimeline(TakeSession take, EntityManager entities) {
        this.take = take;
        this.entities = entities;
    }

    TimelineView of(UUID sessionId) {
        take.toRead(sessionId);
        List<?> rows = entities.createNativeQuery(
                        "select step, enrolment_id, state, acted_at, acted_by, reason from session_act"
                                + " where session_id = :session order by position",
                        Object[].class)
                .setParameter("session", sessionId)
                .getResultList();
        return new TimelineView(rows.stream()
                .map(r -> (Object[]) r)
                .map(r -> new TimelineView.Act(
                        (String) r[0], (UUID) r[1], (String) r[2], (Instant) r[3], (String) r[4], (String) r[5]))
                .toList());
    }
}
