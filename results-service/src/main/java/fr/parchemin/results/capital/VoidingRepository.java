package fr.parchemin.results.capital;

import fr.parchemin.results.capital.Fact.Scope;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class VoidingRepository implements PanacheRepositoryBase<Voiding, UUID> {

    /** What undoes any of these. */
    List<Voiding> of(Collection<UUID> targets) {
        return targets.isEmpty() ? List.of() : list("target in ?1", targets);
    }

    /** The correspondences taken back. */
    List<Voiding> ofCorrespondences() {
        return list("scope", Scope.CORRESPONDENCE);
    }

    /** The decision that undid this gain alone. */
    Optional<Voiding> ofGain(UUID gain) {
        return find("scope = ?1 and target = ?2", Scope.GAIN, gain).singleResultOptional();
    }

    boolean known(Scope scope, UUID target) {
        return count("scope = ?1 and target = ?2", scope, target) > 0;
    }
}
