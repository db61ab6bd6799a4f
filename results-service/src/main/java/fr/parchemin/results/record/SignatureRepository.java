package fr.parchemin.results.record;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class SignatureRepository implements PanacheRepositoryBase<Signature, Signature.Key> {}
