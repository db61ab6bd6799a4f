package fr.parchemin.results.record;

import fr.parchemin.kit.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SessionRecordRepository implements PanacheRepositoryBase<SessionRecord, UUID> {

    /** One page of those of one centre, or with none named of all: submitted longest ago first, not submitted last. */
    List<RecordLineView> page(
            PageRequest page,
            @Nullable String centreSiret,
            SessionRecord.@Nullable State state,
            @Nullable String certificationNumber) {
        StringBuilder query = new StringBuilder("""
                select new RecordLineView(r.id, r.sessionId, s.certificationNumber, s.centreSiret, s.centreName, r.state, r.version,
                           (select count(e) from Enrolment e where e.sessionId = s.id and e.withdrawn = false), s.endsOn,
                           r.signedAt, r.submittedAt, r.validatedAt, r.orderNumber)
                from SessionRecord r join ExamSession s on s.id = r.sessionId where 1 = 1""");
        Map<String, Object> values = new HashMap<>();
        if (!page.first()) {
            String submittedAt = page.after().getFirst();
            values.put("after", page.after(1, UUID::fromString));
            if (submittedAt.isEmpty()) {
                query.append(" and r.submittedAt is null and r.id > :after");
            } else {
                query.append(
                        " and (r.submittedAt > :at or r.submittedAt = :at and r.id > :after or r.submittedAt is null)");
                values.put("at", page.after(0, Instant::parse));
            }
        }
        if (centreSiret != null) {
            query.append(" and s.centreSiret = :centre");
            values.put("centre", centreSiret);
        }
        if (state != null) {
            query.append(" and r.state = :state");
            values.put("state", state);
        }
        if (certificationNumber != null) {
            query.append(" and s.certificationNumber = :certification");
            values.put("certification", certificationNumber);
        }
        query.append(" order by r.submittedAt nulls last, r.id");
        TypedQuery<RecordLineView> typed = getEntityManager()
                .createQuery(
                        query.toString().replace("new RecordLineView", "new " + RecordLineView.class.getName()),
                        RecordLineView.class);
        values.forEach(typed::setParameter);
        return typed.setMaxResults(page.fetch()).getResultList();
    }

    /** The records of a session, the first before those that correct it. */
    List<UUID> ofSession(UUID sessionId) {
        return getEntityManager()
                .createQuery(
                        "select r.id from SessionRecord r where r.sessionId = :session order by r.draftedAt",
                        UUID.class)
                .setParameter("session", sessionId)
                .getResultList();
    }
}
