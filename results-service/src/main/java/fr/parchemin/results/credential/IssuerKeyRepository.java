package fr.parchemin.results.credential;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class IssuerKeyRepository implements PanacheRepositoryBase<IssuerKey, String> {

    Optional<IssuerKey> active() {
        return find("retiredAt is null").firstResultOptional();
    }

    /** Every key there ever was: some dozens in fifty years. */
    List<IssuerKey> known() {
        return list("order by createdAt desc, id");
    }

    /** Lets nobody else begin or end a key until the transaction ends. */
    void lock() {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtext('issuer_key'))", Object.class)
                .getSingleResult();
    }
}
