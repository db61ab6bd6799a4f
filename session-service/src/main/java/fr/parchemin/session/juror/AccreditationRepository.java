package fr.parchemin.session.juror;

import fr.parchemin.kit.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Accreditations of jurors. */
@ApplicationScoped
class AccreditationRepository implements PanacheRepositoryBase<JurorAccreditation, UUID> {

    /** One row more than the page shows, oldest first. */
    List<JurorAccreditation> page(UUID jurorId, PageRequest page) {
        Parameters values = Parameters.with("jurorId", jurorId);
        if (page.first()) {
            return find("jurorId = :jurorId order by id", values)
                    .page(0, page.fetch())
                    .list();
        }
        return find(
                        "jurorId = :jurorId and id > :after order by id",
                        values.and("after", UUID.fromString(page.after().getFirst())))
                .page(0, page.fetch())
                .list();
    }

    /** Accreditations of one juror for one certification. */
    List<JurorAccreditation> of(UUID jurorId, String certificationNumber) {
        return list("jurorId = ?1 and certificationNumber = ?2 order by validFrom", jurorId, certificationNumber);
    }
}
