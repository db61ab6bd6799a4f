package fr.parchemin.results.assessment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class FindingRepository implements PanacheRepositoryBase<Finding, UUID> {

    /** The version that counts, of each juror at each event. */
    List<Finding> current(Collection<UUID> enrolmentIds) {
        return list("""
                from Finding f where f.enrolmentId in ?1 and f.version =
                (select max(g.version) from Finding g where g.enrolmentId = f.enrolmentId
                 and g.eventCode = f.eventCode and g.jurorId = f.jurorId)
                order by f.enrolmentId, f.eventCode, f.jurorId
                """, enrolmentIds);
    }

    /** Every version by every juror, as they came. */
    List<Finding> versions(UUID enrolmentId, String eventCode) {
        return list(
                "enrolmentId = ?1 and eventCode = ?2 order by recordedAt, jurorId, version", enrolmentId, eventCode);
    }

    Optional<Finding> current(UUID enrolmentId, String eventCode, UUID jurorId) {
        return find(
                        "enrolmentId = ?1 and eventCode = ?2 and jurorId = ?3 order by version desc",
                        enrolmentId,
                        eventCode,
                        jurorId)
                .firstResultOptional();
    }
}
