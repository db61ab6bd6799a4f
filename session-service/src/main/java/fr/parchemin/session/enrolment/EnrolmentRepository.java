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

    private static final String OWN = " and (trainingProviderSiret = :siret or createdBySiret = :siret)";

    /** One row more than the page shows, oldest first; with a SIRET only those that it created or trained. */
    List<Enrolment> page(UUID sessionId, PageRequest page, @Nullable String siret) {
        StringBuilder where = new StringBuilder("sessionId = :sessionId");
        Parameters values = Parameters.with("sessionId", sessionId);
        if (siret != null) {
            where.append(OWN);
            values.and("siret", siret);
        }
        if (!page.first()) {
            where.append(" and id > :after");
            values.and("after", UUID.fromString(page.after().getFirst()));
        }
        return find(where + " order by id", values).page(0, page.fetch()).list();
    }

    Optional<Enrolment> inSession(UUID sessionId, UUID id, @Nullable String siret) {
        Parameters values = Parameters.with("sessionId", sessionId).and("id", id);
        return siret == null
                ? find("sessionId = :sessionId and id = :id", values).firstResultOptional()
                : find("sessionId = :sessionId and id = :id" + OWN, values.and("siret", siret))
                        .firstResultOptional();
    }

    /** All that are not withdrawn; a session has at most a few hundred. */
    List<Enrolment> active(UUID sessionId) {
        return list("sessionId = ?1 and state <> ?2 order by id", sessionId, EnrolmentState.WITHDRAWN);
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
