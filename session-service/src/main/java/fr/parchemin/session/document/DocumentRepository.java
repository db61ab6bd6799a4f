package fr.parchemin.session.document;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Documents presented. */
@ApplicationScoped
class DocumentRepository implements PanacheRepositoryBase<PresentedDocument, UUID> {

    private static final int MANY = 100;

    List<PresentedDocument> of(UUID enrolmentId) {
        return find("enrolmentId = ?1 order by id", enrolmentId).page(0, MANY).list();
    }

    /** All of a session: a few for each enrolment. */
    List<PresentedDocument> ofSession(UUID sessionId) {
        return list("sessionId = ?1 order by id", sessionId);
    }
}
