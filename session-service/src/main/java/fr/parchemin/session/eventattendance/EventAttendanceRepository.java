package fr.parchemin.session.eventattendance;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Attendance of events. */
@ApplicationScoped
class EventAttendanceRepository implements PanacheRepositoryBase<EventAttendance, EventAttendance.Key> {

    /** At most one for each enrolment and event of the session. */
    List<EventAttendance> ofSession(UUID sessionId) {
        return list("sessionId", sessionId);
    }
}
