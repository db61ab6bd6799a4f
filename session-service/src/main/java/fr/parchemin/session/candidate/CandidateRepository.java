package fr.parchemin.session.candidate;

import fr.parchemin.kit.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Candidates and the versions of their identity. */
@ApplicationScoped
class CandidateRepository implements PanacheRepositoryBase<Candidate, UUID> {

    /**
     * What an organisation sees: the candidates it created, those it trained, and as a centre those enrolled in its own
     * sessions. The enrolments are those of this service's own database, read here in one query.
     */
    private static final String VISIBLE = """
            (c.createdBySiret = :siret
             or exists (select 1 from Enrolment e where e.candidateId = c.id and e.trainingProviderSiret = :siret)
             or exists (select 1 from Enrolment e, ExamSession s where e.candidateId = c.id and s.id = e.sessionId
                        and s.centreSiret = :siret and e.state <> 'WITHDRAWN'))""";

    /** One row more than the page shows, oldest first; a null SIRET sees all. */
    List<Candidate> page(PageRequest page, @Nullable String siret, @Nullable String externalRef) {
        StringBuilder where = new StringBuilder("from Candidate c where 1 = 1");
        Parameters values = new Parameters();
        if (siret != null) {
            where.append(" and ").append(VISIBLE);
            values.and("siret", siret);
        }
        if (externalRef != null) {
            where.append(" and c.externalRef = :externalRef");
            values.and("externalRef", externalRef);
        }
        if (!page.first()) {
            where.append(" and c.id > :after");
            values.and("after", page.after(0, UUID::fromString));
        }
        return find(where + " order by c.id", values).page(0, page.fetch()).list();
    }

    boolean isVisible(UUID id, String siret) {
        return find(
                        "from Candidate c where c.id = :id and " + VISIBLE,
                        Parameters.with("id", id).and("siret", siret))
                .firstResultOptional()
                .isPresent();
    }

    Set<UUID> visibleAmong(Set<UUID> ids, String siret) {
        return new HashSet<>(getEntityManager()
                .createQuery("select c.id from Candidate c where c.id in :ids and " + VISIBLE, UUID.class)
                .setParameter("ids", ids)
                .setParameter("siret", siret)
                .getResultList());
    }

    /** The present identities of these candidates, by candidate. */
    Map<UUID, CandidateIdentity> identities(List<Candidate> candidates) {
        List<CandidateIdentity.Key> keys = candidates.stream()
                .map(c -> new CandidateIdentity.Key(c.id(), c.identityVersion()))
                .toList();
        return keys.isEmpty()
                ? Map.of()
                : getEntityManager()
                        .createQuery("from CandidateIdentity i where i.key in :keys", CandidateIdentity.class)
                        .setParameter("keys", keys)
                        .getResultStream()
                        .collect(Collectors.toMap(CandidateIdentity::candidateId, Function.identity()));
    }

    Optional<Candidate> byExternalRef(String siret, String externalRef) {
        return find("createdBySiret = ?1 and externalRef = ?2", siret, externalRef)
                .firstResultOptional();
    }

    Optional<Candidate> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    CandidateIdentity identity(UUID id, int version) {
        CandidateIdentity identity =
                getEntityManager().find(CandidateIdentity.class, new CandidateIdentity.Key(id, version));
        if (identity == null) {
            throw new IllegalStateException("candidate " + id + " has no identity " + version);
        }
        return identity;
    }

    /** What there is about a candidate that may not be without one, in words; nothing for one who never enrolled. */
    List<String> restingOn(UUID id) {
        return getEntityManager()
                .createNativeQuery("""
                        select count(*) || ' ' || what from (
                            select 'enrolment(s)' as what from enrolment where candidate_id = :id
                            union all select 'ban(s)' from exam_ban where candidate_id = :id
                            union all select 'fraud report(s)' from fraud_accomplice where candidate_id = :id
                            union all select 'award(s)' from held_award where candidate_id = :id
                            union all select 'recognised block(s)' from recognised_block where candidate_id = :id) kept
                        group by what order by what
                        """, String.class)
                .setParameter("id", id)
                .getResultList();
    }

    /** Removes a candidate with every version of the identity. */
    void erase(UUID id) {
        getEntityManager()
                .createQuery("delete from CandidateIdentity i where i.key.candidateId = :id")
                .setParameter("id", id)
                .executeUpdate();
        delete("id", id);
    }

    void add(CandidateIdentity identity) {
        getEntityManager().persist(identity);
    }
}
