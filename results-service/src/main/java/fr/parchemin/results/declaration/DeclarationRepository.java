package fr.parchemin.results.declaration;

import fr.parchemin.kit.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class DeclarationRepository implements PanacheRepositoryBase<Declaration, UUID> {

    /** The one of an award that has not ended. */
    Optional<Declaration> current(String awardNumber) {
        return find("awardNumber = ?1 and endedOn is null", awardNumber).firstResultOptional();
    }

    /** Those of awards that have not ended. */
    List<Declaration> current(Collection<String> awardNumbers) {
        return list("awardNumber in ?1 and endedOn is null order by id", awardNumbers);
    }

    /**
     * Which declarations.
     *
     * @param centreSiret those of titles obtained there alone; null for all
     * @param dueBy those still open whose time ends on this day or before; null for any
     */
    record Filter(
            @Nullable String centreSiret,
            Declaration.@Nullable State state,
            @Nullable String certificationNumber,
            @Nullable String awardNumber,
            @Nullable LocalDate dueBy) {}

    /** One page of titles that were notified (R111), what is due first before the others. */
    List<Declaration> page(PageRequest page, Filter filter) {
        LocalDate afterDay = page.first() ? LocalDate.EPOCH : page.after(0, LocalDate::parse);
        UUID after = page.first() ? new UUID(0, 0) : page.after(1, UUID::fromString);
        StringBuilder query =
                new StringBuilder("state <> :pending and (dueOn > :day or (dueOn = :day and id > :after))");
        Parameters parameters =
                Parameters.with("day", afterDay).and("after", after).and("pending", Declaration.State.PENDING);
        if (filter.centreSiret() != null) {
            query.append(" and centreSiret = :centre");
            parameters.and("centre", filter.centreSiret());
        }
        if (filter.state() != null) {
            query.append(" and state = :state");
            parameters.and("state", filter.state());
        }
        if (filter.certificationNumber() != null) {
            query.append(" and certificationNumber = :certification");
            parameters.and("certification", filter.certificationNumber());
        }
        if (filter.awardNumber() != null) {
            query.append(" and awardNumber = :award");
            parameters.and("award", filter.awardNumber());
        }
        if (filter.dueBy() != null) {
            query.append(" and unsettled = true and state in :open and dueOn <= :dueBy");
            parameters.and("open", Declaration.State.AWAITED).and("dueBy", filter.dueBy());
        }
        return find(query.append(" order by dueOn, id").toString(), parameters)
                .range(0, page.fetch() - 1)
                .list();
    }

    /** How many there are in each state, once notified. */
    Map<Declaration.State, Long> states() {
        Map<Declaration.State, Long> counts = new EnumMap<>(Declaration.State.class);
        getEntityManager()
                .createQuery(
                        "select d.state, count(*) from Declaration d where d.state <> :pending group by d.state",
                        Object[].class)
                .setParameter("pending", Declaration.State.PENDING)
                .getResultList()
                .forEach(row -> counts.put((Declaration.State) row[0], (Long) row[1]));
        return counts;
    }

    /** How many are open and have to be taken in by a day. */
    long dueBy(LocalDate day) {
        return count("unsettled = true and state in ?1 and dueOn <= ?2", Declaration.State.AWAITED, day);
    }

    /** How many of a certification wait in a state, all or those alone that are sent again. */
    long waiting(String certification, Declaration.State state, boolean resentOnly) {
        String waiting = "certificationNumber = ?1 and unsettled = true and state = ?2";
        return resentOnly
                ? count(waiting + " and treatment = ?3", certification, state, Declaration.Treatment.RESENT)
                : count(waiting, certification, state);
    }

    /**
     * Puts declarations into a flux that are still as they were read. Fails rather than wait for somebody who changes one: they
     * might in turn wait for another of these.
     *
     * @param versions of the declarations, as read
     * @return how many were
     */
    int enter(UUID[] ids, Integer[] versions, UUID fluxId, Declaration.State state, Instant now) {
        getEntityManager().createNativeQuery("set local lock_timeout = '100ms'").executeUpdate();
        return getEntityManager()
                .createNativeQuery("""
                        update declaration d set state = :state, flux_id = :flux, attempts = d.attempts + 1, message = null,
                               changed_at = :now, version = d.version + 1
                        from unnest(:ids, :versions) as read (id, version)
                        where d.id = read.id and d.version = read.version
                        """)
                .setParameter("state", state.name())
                .setParameter("flux", fluxId)
                .setParameter("now", now)
                .setParameter("ids", ids)
                .setParameter("versions", versions)
                .executeUpdate();
    }

    /** How many of a flux to be declared have ended since they were put into it. */
    long outdated(UUID fluxId) {
        return ((Number) getEntityManager()
                        .createNativeQuery("""
                                select count(*) from declaration_passage p join declaration d on d.id = p.declaration_id
                                where p.flux_id = :flux and d.flux_id = :flux and d.state = 'IN_FLUX' and d.ended_on is not null
                                """)
                        .setParameter("flux", fluxId)
                        .getSingleResult())
                .longValue();
    }

    /** Has all of a flux go on together, from one state to another. */
    void advance(UUID fluxId, Declaration.State from, Declaration.State to, Instant now) {
        getEntityManager()
                .createNativeQuery("""
                        update declaration d set state = :to, changed_at = :now, version = d.version + 1
                        from declaration_passage p
                        where p.flux_id = :flux and d.id = p.declaration_id and d.flux_id = :flux and d.state = :from
                        """)
                .setParameter("to", to.name())
                .setParameter("from", from.name())
                .setParameter("flux", fluxId)
                .setParameter("now", now)
                .executeUpdate();
    }

    /**
     * Takes all of a flux that have no verdict out of it again; what ended meanwhile has nothing more to declare.
     *
     * @return how many had none
     */
    int release(UUID fluxId, Instant now) {
        return getEntityManager()
                .createNativeQuery("""
                        update declaration d set flux_id = null, changed_at = :now, version = d.version + 1,
                               state = case when d.state in ('DELETION_IN_FLUX', 'DELETION_DEPOSITED') then 'DELETION_READY'
                                            when d.ended_on is not null then 'DROPPED' else 'READY' end
                        from declaration_passage p
                        where p.flux_id = :flux and d.id = p.declaration_id and d.flux_id = :flux
                          and d.state in ('IN_FLUX', 'DEPOSITED', 'DELETION_IN_FLUX', 'DELETION_DEPOSITED')
                        """)
                .setParameter("flux", fluxId)
                .setParameter("now", now)
                .executeUpdate();
    }

    /**
     * Applies the verdicts recorded with the passages of a flux to those that still await one.
     *
     * @param deleteThere whether what was taken in although its award ended is to be deleted there
     */
    void judge(UUID fluxId, boolean deleteThere, Instant now) {
        getEntityManager()
                .createNativeQuery("""
                        update declaration d set message = p.message, changed_at = :now, version = d.version + 1, flux_id = null,
                               treatment = case when p.verdict = 'KO' then 'TO_CORRECT'
                                                when d.ended_on is null then d.treatment end,
                               state = case
                                   when d.state = 'DELETION_DEPOSITED' and p.verdict = 'OK' then 'DELETED'
                                   when d.state = 'DELETION_DEPOSITED' then 'DELETION_REJECTED'
                                   when p.verdict = 'OK' and d.ended_on is not null and :delete then 'DELETION_READY'
                                   when p.verdict = 'OK' then 'ACCEPTED'
                                   when d.ended_on is not null then 'DROPPED'
                                   else 'REJECTED' end
                        from declaration_passage p
                        where p.flux_id = :flux and p.declaration_id = d.id and p.verdict is not null
                          and d.flux_id = :flux and d.state in ('DEPOSITED', 'DELETION_DEPOSITED')
                        """)
                .setParameter("flux", fluxId)
                .setParameter("delete", deleteThere)
                .setParameter("now", now)
                .executeUpdate();
    }
}
