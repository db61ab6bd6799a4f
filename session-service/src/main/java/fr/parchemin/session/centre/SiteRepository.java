package fr.parchemin.session.centre;

import fr.parchemin.kit.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Exam sites. */
@ApplicationScoped
class SiteRepository implements PanacheRepositoryBase<ExamSite, UUID> {

    List<ExamSite> page(UUID centreId, PageRequest page) {
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

    Optional<ExamSite> ofCentre(UUID centreId, UUID siteId) {
        return find("id = ?1 and centreId = ?2", siteId, centreId).firstResultOptional();
    }
}
