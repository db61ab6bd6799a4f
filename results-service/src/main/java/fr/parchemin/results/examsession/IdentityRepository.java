package fr.parchemin.results.examsession;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class IdentityRepository implements PanacheRepositoryBase<Identity, Identity.Key> {

    /** Whether an award prints this version, or a correction names it (R123). */
    boolean printed(Identity identity) {
        return !getEntityManager()
                .createNativeQuery("""
                        select 1 from award where candidate_id = :candidate and identity_version = :version
                        union all select 1 from identity_correction
                        where candidate_id = :candidate and :version in (version, former_version)
                        """)
                .setParameter("candidate", identity.candidateId())
                .setParameter("version", identity.version())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
