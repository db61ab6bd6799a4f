package fr.parchemin.session.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Bans. */
@ApplicationScoped
class BanRepository implements PanacheRepositoryBase<ExamBan, UUID> {

    List<ExamBan> of(Collection<UUID> candidateIds) {
        return candidateIds.isEmpty() ? List.of() : list("candidateId in ?1 order by notifiedOn, id", candidateIds);
    }
}
