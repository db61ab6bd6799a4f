package fr.parchemin.results.record;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class SessionRecordRepository implements PanacheRepositoryBase<SessionRecord, UUID> {}
