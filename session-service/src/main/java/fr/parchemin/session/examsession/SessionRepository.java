package fr.parchemin.session.examsession;

import fr.parchemin.kit.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sessions. */
@ApplicationScoped
class SessionRepository implements PanacheRepositoryBase<ExamSession, UUID> {

    /** One row more than the page shows, latest first. */
    List<ExamSession> page(PageRequest page, SessionFilter filter, SessionScope scope) {
        StringBuilder where = new StringBuilder("from ExamSession s where ").append(scope.condition());
        Parameters values = scope.bind(new Parameters());
        add(where, values, filter.certificationNumber, " and s.certificationNumber = :number", "number");
        add(where, values, filter.centreId, " and s.centreId = :centreId", "centreId");
        add(where, values, filter.type, " and s.type = :type", "type");
        add(where, values, filter.state, " and s.state = :state", "state");
        add(where, values, filter.from, " and s.endsOn >= :from", "from");
        add(where, values, filter.to, " and s.startsOn <= :to", "to");
        if (!page.first()) {
            where.append(" and (s.startsOn < :afterDay or (s.startsOn = :afterDay and s.id < :afterId))");
            values.and("afterDay", page.after(0, LocalDate::parse)).and("afterId", page.after(1, UUID::fromString));
        }
        return find(where + " order by s.startsOn desc, s.id desc", values)
                .page(0, page.fetch())
                .list();
    }

    /** The session when it lies in the scope. */
    Optional<ExamSession> visible(UUID id, SessionScope scope) {
        return find(
                        "from ExamSession s where s.id = :id and " + scope.condition(),
                        scope.bind(Parameters.with("id", id)))
                .firstResultOptional();
    }

    /** The session for a change: others that change it, or something in it, wait. */
    Optional<ExamSession> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    private static void add(
            StringBuilder where,
            Parameters values,
            @org.jspecify.annotations.Nullable Object value,
            String condition,
            String name) {
        if (value != null) {
            where.append(condition);
            values.and(name, value);
        }
    }
}
