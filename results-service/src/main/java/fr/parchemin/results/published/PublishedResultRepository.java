package fr.parchemin.results.published;

import fr.parchemin.kit.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PublishedResultRepository implements PanacheRepositoryBase<PublishedResult, PublishedResult.Key> {

    /** What a caller may narrow the list by; null means any. */
    record Filter(
            @Nullable Instant updatedSince,
            @Nullable UUID candidateId,
            @Nullable UUID sessionId,
            @Nullable String certificationNumber) {}

    /** Waits for whoever holds the turn to change what was notified; it ends with the transaction. */
    void awaitTurn() {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended('published results', 0))")
                .getSingleResult();
    }

    /** One page of what was notified on sessions of a centre, what changed longest ago first. */
    List<PublishedResult> examinedBy(PageRequest page, String siret, Filter filter) {
        return page("centreSiret = :siret", page, siret, filter);
    }

    /** One page of what was notified on candidates whom an organisation trained or entered, what changed longest ago first. */
    List<PublishedResult> trainedOrEnteredBy(PageRequest page, String siret, Filter filter) {
        return page("(trainingProviderSiret = :siret or enteredBySiret = :siret)", page, siret, filter);
    }

    private List<PublishedResult> page(String scope, PageRequest page, String siret, Filter filter) {
        Parameters parameters = Parameters.with("siret", siret);
        StringBuilder query = new StringBuilder("notifiedAt is not null and superseded = false and ").append(scope);
        if (!page.first()) {
            query.append(" and (updatedAt > :at or (updatedAt = :at and key.enrolmentId > :id))");
            parameters.and("at", page.after(0, Instant::parse)).and("id", page.after(1, UUID::fromString));
        }
        if (filter.updatedSince() != null) {
            query.append(" and updatedAt >= :since");
            parameters.and("since", filter.updatedSince());
        }
        if (filter.candidateId() != null) {
            query.append(" and candidateId = :candidate");
            parameters.and("candidate", filter.candidateId());
        }
        if (filter.sessionId() != null) {
            query.append(" and sessionId = :session");
            parameters.and("session", filter.sessionId());
        }
        if (filter.certificationNumber() != null) {
            query.append(" and certificationNumber = :certification");
            parameters.and("certification", filter.certificationNumber());
        }
        return find(query.append(" order by updatedAt, key.enrolmentId").toString(), parameters)
                .range(0, page.fetch() - 1)
                .list();
    }
}
