package fr.parchemin.referentiel.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** What was loaded of the shipped catalogue. */
@ApplicationScoped
class ShippedFileRepository implements PanacheRepositoryBase<ShippedFile, String> {

    /** Two processes that start together load one after the other; the second finds everything there. */
    void awaitTurn() {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended('shipped catalogue', 0))")
                .getSingleResult();
    }
}
