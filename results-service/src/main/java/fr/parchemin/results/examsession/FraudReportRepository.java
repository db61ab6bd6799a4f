package fr.parchemin.results.examsession;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class FraudReportRepository implements PanacheRepositoryBase<FraudReport, UUID> {}
