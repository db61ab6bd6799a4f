package fr.parchemin.results.capital;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class RecognitionRepository implements PanacheRepositoryBase<Recognition, UUID> {

    List<Recognition> inForce(Collection<UUID> candidateIds) {
        return list("candidateId in ?1 and endedOn is null", candidateIds);
    }
}
