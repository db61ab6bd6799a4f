package fr.parchemin.results.record;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class DecisionRepository implements PanacheRepositoryBase<Decision, Decision.Key> {}
