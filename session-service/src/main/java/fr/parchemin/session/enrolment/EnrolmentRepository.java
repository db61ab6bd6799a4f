package fr.parchemin.session.enrolment;

import fr.parchemin.kit.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Enrolments. */
@ApplicationScoped
class EnrolmentRepository implements PanacheRepositoryBase<Enrolment, UUID> {

    private static final String IN_SESSION = "from Enrolment e where e.sessionId = :sessionId and ";

    /** One row more than the page shows, oldest first. */
    List<Enrolment> page(UUID sessionId, PageRequest page, EnrolmentScope scope) {
        StringBuilder where = new StringBuilder(IN_SESSION).append(scope.condition());
        Parameters values = scope.bind(Parameters.with("sessionId", sessionId));
        if (!page.first()) {
            where.append(" and e.id > :after");
            values.and("after", page.after(0, UUID::fromString));
        }
        return find(where + " order by e.id", values).page(0, page.fetch()).list();
    }

    Optional<Enrolment> inSession(UUID sessionId, UUID id, EnrolmentScope scope) {
        return find(
                        IN_SESSION + scope.condition() + " and e.id = :id",
                        scope.bind(Parameters.with("sessionId", sessionId).and("id", id)))
                .firstResultOptional();
    }

    /** All that are not withdrawn; a session has at most a few hundred. */
    List<Enrolment> active(UUID sessionId) {
        return list("sessionId = ?1 and state <> ?2 order by id", sessionId, EnrolmentState.WITHDRAWN);
    }

    /** Those of them that lie in the scope. */
    List<Enrolment> active(UUID sessionId, EnrolmentScope scope) {
        return list(
                IN_SESSION + scope.condition() + " and e.state <> :withdrawn order by e.id",
                scope.bind(Parameters.with("sessionId", sessionId).and("withdrawn", EnrolmentState.WITHDRAWN)));
    }

    /** How many are not withdrawn. */
    long taken(UUID sessionId) {
        return count("sessionId = ?1 and state <> ?2", sessionId, EnrolmentState.WITHDRAWN);
    }

    boolean enrolled(UUID sessionId, UUID candidateId, @Nullable UUID except) {
        return find(
                        "sessionId = ?1 and candidateId = ?2 and state <> ?3",
                        sessionId,
                        candidateId,
                        EnrolmentState.WITHDRAWN)
                .stream()
                .anyMatch(e -> !e.id().equals(except));
    }
}
