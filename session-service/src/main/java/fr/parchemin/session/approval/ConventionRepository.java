package fr.parchemin.session.approval;

import fr.parchemin.kit.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Conventions of centres. */
@ApplicationScoped
class ConventionRepository implements PanacheRepositoryBase<TrainingAgreement, UUID> {

    /** One row more than the page shows, oldest first. */
    List<TrainingAgreement> page(UUID centreId, PageRequest page) {
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

    /** Conventions of a centre with one body. */
    List<TrainingAgreement> with(UUID centreId, String trainingProviderSiret) {
        return list("centreId = ?1 and trainingProviderSiret = ?2 order by validFrom", centreId, trainingProviderSiret);
    }
}
