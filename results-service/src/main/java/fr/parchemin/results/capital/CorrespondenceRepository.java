package fr.parchemin.results.capital;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class CorrespondenceRepository implements PanacheRepositoryBase<CorrespondenceDecision, UUID> {}
