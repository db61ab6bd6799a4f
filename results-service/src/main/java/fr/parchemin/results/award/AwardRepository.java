package fr.parchemin.results.award;

import fr.parchemin.kit.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class AwardRepository implements PanacheRepositoryBase<Award, String> {

    /** What these people hold and was not withdrawn, whether notified or not. */
    List<Award> inForce(Collection<UUID> candidateIds) {
        return list("candidateId in ?1 and withdrawnOn is null order by awardedOn, number", candidateIds);
    }

    /** What was ever awarded to one person and notified. */
    List<Award> shown(UUID candidateId) {
        return list("candidateId = ?1 and visible = true order by awardedOn, number", candidateId);
    }

    Optional<Award> shown(String number) {
        return find("number = ?1 and visible = true", number).firstResultOptional();
    }

    /**
     * Whose awards.
     *
     * @param examinedBy SIRET of the centre that examined, null for any
     * @param trainedOrEnteredBy SIRET of the organisation that trained or entered the candidate, null for any
     */
    record Scope(@Nullable String examinedBy, @Nullable String trainedOrEnteredBy) {}

    /** One page of what was notified, within a scope. */
    List<Award> page(PageRequest page, Scope scope, @Nullable UUID candidateId, @Nullable String certificationNumber) {
        Parameters parameters =
                Parameters.with("after", page.first() ? "" : page.after().getFirst());
        StringBuilder query = new StringBuilder("visible = true and number > :after");
        if (scope.examinedBy() != null) {
            query.append(" and centreSiret = :centre");
            parameters.and("centre", scope.examinedBy());
        }
        if (scope.trainedOrEnteredBy() != null) {
            query.append(" and (trainingProviderSiret = :platform or enteredBySiret = :platform)");
            parameters.and("platform", scope.trainedOrEnteredBy());
        }
        if (candidateId != null) {
            query.append(" and candidateId = :candidate");
            parameters.and("candidate", candidateId);
        }
        if (certificationNumber != null) {
            query.append(" and certificationNumber = :certification");
            parameters.and("certification", certificationNumber);
        }
        return find(query.append(" order by number").toString(), parameters)
                .range(0, page.fetch() - 1)
                .list();
    }
}
