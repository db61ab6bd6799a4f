package fr.parchemin.session.schedule;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Schedules. */
@ApplicationScoped
class ScheduleRepository implements PanacheRepositoryBase<Schedule, UUID> {

    /** Searches that this node began and did not end. */
    List<Schedule> openOn(String node) {
        return list("node = ?1 and endedAt is null", node);
    }
}
