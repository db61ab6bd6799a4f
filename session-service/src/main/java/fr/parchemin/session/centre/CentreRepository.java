package fr.parchemin.session.centre;

import fr.parchemin.kit.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Centres. */
@ApplicationScoped
class CentreRepository implements PanacheRepositoryBase<Centre, UUID> {

    /** One row more than the page shows, oldest first. */
    List<Centre> page(PageRequest page, @Nullable String siret) {
        StringBuilder where = new StringBuilder("1 = 1");
        Parameters values = new Parameters();
        if (siret != null) {
            where.append(" and siret = :siret");
            values.and("siret", siret);
        }
        if (!page.first()) {
            where.append(" and id > :after");
            values.and("after", page.after(0, UUID::fromString));
        }
        return find(where + " order by id", values).page(0, page.fetch()).list();
    }
}
