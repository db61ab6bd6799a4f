package fr.parchemin.session.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Passages, written many at a time; they are rows without an entity because a plan replaces them all at once. */
@ApplicationScoped
class PassageRepository {

    /** Schedules are kept one at a time, so that what two sessions share is seen by the second. */
    private static final int LOCK = 0x5c4ed;

    private final EntityManager entities;

    PassageRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Somebody or a room that another session has taken. */
    record Taken(UUID who, Instant from, Instant to) {}

    /** Until the transaction ends nobody else keeps a plan. */
    void lock() {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(" + LOCK + ")")
                .getSingleResult();
    }

    /** Those of a session, in the order of time. */
    List<StoredPassage> of(UUID sessionId) {
        List<?> rows = entities.createNativeQuery("""
                        select p.id, p.version, p.enrolment_id, p.event_code, p.starts_at, p.ends_at, p.room_id,
                               array(select j.juror_id from passage_juror j where j.passage_id = p.id order by j.juror_id),
                               p.pinned, p.changed_at
                        from passage p where p.session_id = :session
                        order by p.starts_at nulls last, p.enrolment_id, p.event_code
                        """, Object[].class)
                .setParameter("session", sessionId)
                .getResultList();
        return rows.stream()
                .map(r -> (Object[]) r)
                .map(r -> new StoredPassage(
                        (UUID) r[0],
                        (Integer) r[1],
                        (UUID) r[2],
                        (String) r[3],
                        instant(r[4]),
                        instant(r[5]),
                        (UUID) r[6],
                        Arrays.stream((Object[]) r[7]).map(UUID.class::cast).toList(),
                        (Boolean) r[8],
                        (Instant) r[9]))
                .toList();
    }

    private static @Nullable Instant instant(@Nullable Object value) {
        return (Instant) value;
    }

    /**
     * When jurors, rooms and candidates are taken by other sessions that are to be held.
     *
     * @return rooms and jurors under their own id, candidates under theirs
     */
    List<Taken> elsewhere(
            UUID sessionId, Collection<UUID> jurors, Collection<UUID> rooms, Collection<UUID> candidates) {
        List<?> rows = entities.createNativeQuery("""
                        with other as (
                            select p.id, p.room_id, e.candidate_id, p.starts_at, p.ends_at
                            from passage p
                            join exam_session s on s.id = p.session_id
                            join enrolment e on e.id = p.enrolment_id
                            where p.session_id <> :session and p.starts_at is not null and e.state <> 'WITHDRAWN'
                              and s.state in ('DECLARED', 'DTE_SENT', 'CONVOKED', 'IN_PROGRESS')
                              and cast(p.starts_at at time zone s.time_zone as date) between s.starts_on and s.ends_on)
                        select room_id, starts_at, ends_at from other where room_id = any(:rooms)
                        union all
                        select candidate_id, starts_at, ends_at from other where candidate_id = any(:candidates)
                        union all
                        select j.juror_id, o.starts_at, o.ends_at from other o join passage_juror j on j.passage_id = o.id
                        where j.juror_id = any(:jurors)
                        order by 2, 1
                        """, Object[].class)
                .setParameter("session", sessionId)
                .setParameter("rooms", rooms.toArray(UUID[]::new))
                .setParameter("candidates", candidates.toArray(UUID[]::new))
                .setParameter("jurors", jurors.toArray(UUID[]::new))
                .getResultList();
        return rows.stream()
                .map(r -> (Object[]) r)
                .map(r -> new Taken((UUID) r[0], (Instant) r[1], (Instant) r[2]))
                .toList();
    }

    /**
     * Writes passages as they are now: new ones, and changed ones with their next version.
     *
     * @param changed their version is that of the row before
     */
    void write(UUID sessionId, List<StoredPassage> changed, String author, Instant now) {
        if (changed.isEmpty()) {
            return;
        }
        entities.createNativeQuery("delete from passage_juror where passage_id = any(:ids)")
                .setParameter("ids", changed.stream().map(StoredPassage::id).toArray(UUID[]::new))
                .executeUpdate();
        entities.createNativeQuery("""
                        insert into passage (id, version, session_id, enrolment_id, event_code, starts_at, ends_at, room_id,
                                             pinned, changed_by, changed_at)
                        select id, 0, :session, enrolment_id, event_code, to_timestamp(starts_at), to_timestamp(ends_at),
                               room_id, pinned, :author, :now
                        from unnest(:ids, :enrolments, :events, :starts, :ends, :rooms, :pins)
                             as p (id, enrolment_id, event_code, starts_at, ends_at, room_id, pinned)
                        on conflict (enrolment_id, event_code) do update
                        set version = passage.version + 1, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
                            room_id = excluded.room_id, pinned = excluded.pinned, changed_by = excluded.changed_by,
                            changed_at = excluded.changed_at
                        """)
                .setParameter("session", sessionId)
                .setParameter("author", author)
                .setParameter("now", now)
                .setParameter("ids", changed.stream().map(StoredPassage::id).toArray(UUID[]::new))
                .setParameter(
                        "enrolments",
                        changed.stream().map(StoredPassage::enrolmentId).toArray(UUID[]::new))
                .setParameter(
                        "events", changed.stream().map(StoredPassage::eventCode).toArray(String[]::new))
                .setParameter(
                        "starts",
                        changed.stream().map(p -> seconds(p.startsAt())).toArray(Long[]::new))
                .setParameter(
                        "ends", changed.stream().map(p -> seconds(p.endsAt())).toArray(Long[]::new))
                .setParameter(
                        "rooms", changed.stream().map(StoredPassage::roomId).toArray(UUID[]::new))
                .setParameter(
                        "pins", changed.stream().map(StoredPassage::pinned).toArray(Boolean[]::new))
                .executeUpdate();
        List<Sitting> sittings = new ArrayList<>();
        changed.stream().filter(StoredPassage::placed).forEach(p -> p.jurorIds()
                .forEach(j -> sittings.add(new Sitting(p, j))));
        sittings.sort(Comparator.comparing(s -> s.passage().id()));
        entities.createNativeQuery("""
                        insert into passage_juror (passage_id, juror_id, session_id, starts_at, ends_at)
                        select passage_id, juror_id, :session, to_timestamp(starts_at), to_timestamp(ends_at)
                        from unnest(:ids, :jurors, :starts, :ends) as s (passage_id, juror_id, starts_at, ends_at)
                        """)
                .setParameter("session", sessionId)
                .setParameter(
                        "ids", sittings.stream().map(s -> s.passage().id()).toArray(UUID[]::new))
                .setParameter("jurors", sittings.stream().map(Sitting::jurorId).toArray(UUID[]::new))
                .setParameter(
                        "starts",
                        sittings.stream()
                                .map(s -> s.passage().start().getEpochSecond())
                                .toArray(Long[]::new))
                .setParameter(
                        "ends",
                        sittings.stream()
                                .map(s -> s.passage().end().getEpochSecond())
                                .toArray(Long[]::new))
                .executeUpdate();
    }

    private record Sitting(StoredPassage passage, UUID jurorId) {}

    /** Removes passages of candidates or events that the session no longer has. */
    void remove(Collection<UUID> ids) {
        entities.createNativeQuery("delete from passage_juror where passage_id = any(:ids)")
                .setParameter("ids", ids.toArray(UUID[]::new))
                .executeUpdate();
        entities.createNativeQuery("delete from passage where id = any(:ids)")
                .setParameter("ids", ids.toArray(UUID[]::new))
                .executeUpdate();
    }

    /** Lets the constraints that wait for the end of the transaction speak now. */
    void settle() {
        entities.createNativeQuery("set constraints all immediate").executeUpdate();
    }

    private static @Nullable Long seconds(@Nullable Instant instant) {
        return instant == null ? null : instant.getEpochSecond();
    }
}
