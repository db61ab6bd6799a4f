package fr.parchemin.results.credential;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class CredentialRepository implements PanacheRepositoryBase<Credential, String> {

    /** The list that new credentials go into: the last one, or a new one once that is half full. */
    int openList(int most) {
        Object[] last = (Object[]) getEntityManager()
                .createQuery(
                        "select coalesce(max(c.statusList), 1), count(*) from Credential c "
                                + "where c.statusList = (select max(d.statusList) from Credential d)",
                        Object[].class)
                .getSingleResult();
        int list = ((Number) last[0]).intValue();
        return ((Number) last[1]).longValue() < most ? list : list + 1;
    }

    /** Takes a place, unless it or this award's credential is there already. */
    boolean take(String awardNumber, UUID id, int list, int index, Instant now) {
        return getEntityManager()
                        .createNativeQuery(
                                "insert into credential (award_number, id, status_list, status_index, issued_at) "
                                        + "values (:award, :id, :list, :index, :now) on conflict do nothing")
                        .setParameter("award", awardNumber)
                        .setParameter("id", id)
                        .setParameter("list", list)
                        .setParameter("index", index)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    Optional<Credential> at(int list, int index) {
        return find("statusList = ?1 and statusIndex = ?2", list, index).firstResultOptional();
    }

    boolean hasList(int list) {
        return count("statusList", list) > 0;
    }

    /** The places of those whose award was withdrawn. */
    List<Integer> revoked(int list) {
        return getEntityManager()
                .createQuery(
                        "select c.statusIndex from Credential c join Award a on a.number = c.awardNumber "
                                + "where c.statusList = :list and a.withdrawnOn is not null order by c.statusIndex",
                        Integer.class)
                .setParameter("list", list)
                .getResultList();
    }
}
