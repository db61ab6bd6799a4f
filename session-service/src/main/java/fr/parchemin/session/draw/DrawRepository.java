package fr.parchemin.session.draw;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Draws. */
@ApplicationScoped
class DrawRepository implements PanacheRepositoryBase<SituationDraw, UUID> {

    private static final int MANY = 100;

    List<SituationDraw> of(UUID enrolmentId) {
        return find("enrolmentId = ?1 order by id", enrolmentId).page(0, MANY).list();
    }

    /** All of a session: a few for each enrolment. */
    List<SituationDraw> ofSession(UUID sessionId) {
        return list("sessionId = ?1 order by id", sessionId);
    }
}
