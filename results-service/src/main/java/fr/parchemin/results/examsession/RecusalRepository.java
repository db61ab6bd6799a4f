package fr.parchemin.results.examsession;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class RecusalRepository implements PanacheRepositoryBase<Recusal, Recusal.Key> {}
