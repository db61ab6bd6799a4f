package fr.parchemin.session.approval;

import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.session.approval.EndedApprovalView.TouchedSession;
import fr.parchemin.session.examsession.SessionState;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Approvals of centres. */
@ApplicationScoped
class ApprovalRepository implements PanacheRepositoryBase<CentreApproval, UUID> {

    /** One row more than the page shows, oldest first. */
    List<CentreApproval> page(UUID centreId, PageRequest page) {
        Parameters values = Parameters.with("centreId", centreId);
        if (page.first()) {
            return find("centreId = :centreId order by id", values)
                    .page(0, page.fetch())
                    .list();
        }
        return find(
                        "centreId = :centreId and id > :after order by id",
                        values.and("after", page.after(0, UUID::fromString)))
                .page(0, page.fetch())
                .list();
    }

    /** The approval, for one transaction at a time. */
    Optional<CentreApproval> locked(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * One row more than the page shows, those that end first on top.
     *
     * @param siret of the only centre that may be seen, null for all
     * @param endsBefore null for any; otherwise the last day lies from {@code endsFrom} on and before it
     */
    List<CentreApproval> ending(
            PageRequest page,
            @Nullable String siret,
            @Nullable String certificationNumber,
            LocalDate endsFrom,
            @Nullable LocalDate endsBefore) {
        StringBuilder where = new StringBuilder("1 = 1");
        Parameters values = new Parameters();
        if (siret != null) {
            where.append(" and centreId in (select c.id from Centre c where c.siret = :siret)");
            values.and("siret", siret);
        }
        if (certificationNumber != null) {
            where.append(" and certificationNumber = :certification");
            values.and("certification", certificationNumber);
        }
        if (endsBefore != null) {
            where.append(" and validTo >= :endsFrom and validTo < :endsBefore");
            values.and("endsFrom", endsFrom).and("endsBefore", endsBefore);
        }
        if (!page.first()) {
            where.append(" and (validTo > :afterDay or validTo = :afterDay and id > :afterId)");
            values.and("afterDay", page.after(0, LocalDate::parse)).and("afterId", page.after(1, UUID::fromString));
        }
        return find(where + " order by validTo, id", values)
                .page(0, page.fetch())
                .list();
    }

    /**
     * Sessions under this approval that are still to be held after a day; one for a complement is for its sessions alone.
     *
     * @param until last day on which a session under it may start
     */
    List<TouchedSession> sessionsBeyond(CentreApproval approval, LocalDate lastDay, LocalDate until) {
        return getEntityManager()
                .createQuery("""
                        select s.id, s.type, s.state, s.startsOn, s.endsOn from ExamSession s
                        where s.centreId = :centre and s.siteId = :site and s.certificationNumber = :certification
                            and s.endsOn > :lastDay and s.startsOn <= :until and s.state in :open
                            and (cast(:complement as string) is null or s.blockCode = :complement)
                        order by s.startsOn, s.id
                        """, TouchedSession.class)
                .setParameter("centre", approval.centreId())
                .setParameter("site", approval.siteId())
                .setParameter("certification", approval.certificationNumber())
                .setParameter("complement", approval.complementCode())
                .setParameter("lastDay", lastDay)
                .setParameter("until", until)
                .setParameter("open", SessionState.TO_BE_HELD)
                .getResultList();
    }

    /** Approvals of one site for one certification and its complementary certificates. */
    List<CentreApproval> of(UUID centreId, UUID siteId, String certificationNumber) {
        return list(
                "centreId = ?1 and siteId = ?2 and certificationNumber = ?3 order by validFrom",
                centreId,
                siteId,
                certificationNumber);
    }
}
