package fr.parchemin.referentiel.figures;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Titles awarded. */
@ApplicationScoped
class AwardedTitleRepository implements PanacheRepositoryBase<AwardedTitle, String> {

    /** By year, titles in force. */
    List<YearCount> count(String certificationNumber) {
        return getEntityManager()
                .createQuery(
                        "select year(t.awardedOn), count(*), sum(case when t.route = 'EXPERIENCE' then 1 else 0 end)"
                                + " from AwardedTitle t where t.certificationNumber = :number and t.withdrawnOn is null"
                                + " group by year(t.awardedOn) order by year(t.awardedOn)",
                        YearCount.class)
                .setParameter("number", certificationNumber)
                .getResultList();
    }
}
