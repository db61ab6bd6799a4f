package fr.parchemin.session.juror;

import fr.parchemin.kit.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Jurors. */
@ApplicationScoped
class JurorRepository implements PanacheRepositoryBase<Juror, UUID> {

    /** One row more than the page shows, oldest first. */
    List<Juror> page(PageRequest page) {
        if (page.first()) {
            return find("order by id").page(0, page.fetch()).list();
        }
        return find("id > :after order by id", Parameters.with("after", page.after(0, UUID::fromString)))
                .page(0, page.fetch())
                .list();
    }
}
