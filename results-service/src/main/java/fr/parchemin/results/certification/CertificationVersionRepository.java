package fr.parchemin.results.certification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class CertificationVersionRepository implements PanacheRepositoryBase<CertificationVersion, CertificationVersion.Key> {}
