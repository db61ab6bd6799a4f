package fr.parchemin.session.anonymity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Anonymous identifiers, by session. */
@ApplicationScoped
class AnonymityRepository implements PanacheRepositoryBase<Anonymity, UUID> {}
