package fr.parchemin.session.approval;

import fr.parchemin.kit.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

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
                        values.and("after", UUID.fromString(page.after().getFirst())))
                .page(0, page.fetch())
                .list();
    }

    /** Approvals of one site for one certification. */
    List<CentreApproval> of(UUID centreId, UUID siteId, String certificationNumber) {
        return list(
                "centreId = ?1 and siteId = ?2 and certificationNumber = ?3 order by validFrom",
                centreId,
                siteId,
                certificationNumber);
    }
}
