package fr.parchemin.session.timeline;

import fr.parchemin.session.examsession.ExamSession;
import fr.parchemin.session.examsession.TakeSession;
import fr.parchemin.session.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Tells what happened to a session and what it waits for: about a thousand acts for one of sixty candidates. */
@ApplicationScoped
class ReadTimeline {

    private final TakeSession take;
    private final EntityManager entities;
    private final RuleBook rules;

    ReadTimeline(TakeSession take, EntityManager entities, RuleBook rules) {
        this.take = take;
        this.rules = rules;
        this.entities = entities;
    }

    TimelineView of(UUID sessionId) {
        ExamSession session = take.toRead(sessionId).session();
        List<?> rows = entities.createNativeQuery(
                        "select step, enrolment_id, state, acted_at, acted_by, reason from session_act"
                                + " where session_id = :session order by position",
                        Object[].class)
                .setParameter("session", sessionId)
                .getResultList();
        return new TimelineView(
                rows.stream()
                        .map(r -> (Object[]) r)
                        .map(r -> new TimelineView.Act(
                                (String) r[0], (UUID) r[1], (String) r[2], (Instant) r[3], (String) r[4], (String)
                                        r[5]))
                        .toList(),
                NextStep.of(session, rules));
    }
}
