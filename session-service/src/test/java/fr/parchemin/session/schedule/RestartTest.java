package fr.parchemin.session.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.kit.test.ParcheminTestResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the start of the service makes of searches that its last stop left open. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class RestartTest {

    private final KeepPlan keep;
    private final ScheduleRepository schedules;
    private final EntityManager entities;

    RestartTest(KeepPlan keep, ScheduleRepository schedules, EntityManager entities) {
        this.keep = keep;
        this.schedules = schedules;
        this.entities = entities;
    }

    @Test
    void whatThisNodeLeftOpenIsInterruptedAndOthersGoOn() {
        UUID own = open("this-node");
        UUID others = open("another-node");
        keep.interrupted("this-node");
        assertThat(state(own)).isEqualTo("INTERRUPTED");
        assertThat(state(others)).isEqualTo("SOLVING");
    }

    @Test
    void aSearchThatIsNoLongerTheOneAskedForWritesNothing() {
        UUID session = open("this-node");
        UUID old = UUID.randomUUID();
        assertThat(keep.alive(session, old, new Schedule.Progress(3, 1, 5, 10, "0hard"), null))
                .isFalse();
        keep.fail(session, old, ScheduleState.FAILED, "old");
        assertThat(state(session)).isEqualTo("SOLVING");
    }

    private String state(UUID session) {
        return QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery(
                        "select state from schedule where session_id = :id", String.class)
                .setParameter("id", session)
                .getSingleResult()
                .toString());
    }

    /** A search as the row tells it; the session is one that some other test left, or bare rows. */
    private UUID open(String node) {
        return QuarkusTransaction.requiringNew().call(() -> {
            UUID session = UUID.randomUUID();
            entities.createNativeQuery("""
                            insert into certification (number, sequence, snapshot, updated_at)
                            values ('RNCP99999', 1, '{}', now()) on conflict do nothing""").executeUpdate();
            UUID centre = UUID.randomUUID();
            UUID site = UUID.randomUUID();
            entities.createNativeQuery(
                            "insert into centre values (:centre, 0, lpad((random() * 1e9)::bigint::text, 14, '7'), 'Fictif', now())")
                    .setParameter("centre", centre)
                    .executeUpdate();
            entities.createNativeQuery(
                            "insert into exam_site values (:site, 0, :centre, 'Fictif', 'x', '35000', 'x', '35238', 'Europe/Paris')")
                    .setParameter("site", site)
                    .setParameter("centre", centre)
                    .executeUpdate();
            entities.createNativeQuery("""
                            insert into exam_session (id, version, type, certification_number, centre_id, centre_siret, site_id,
                                time_zone, starts_on, ends_on, manager, with_final_interview, remote, state, late, jury_version,
                                situations_version, created_at)
                            values (:id, 0, 'TITLE', 'RNCP99999', :centre, '0', :site, 'Europe/Paris', date '2027-01-04',
                                date '2027-01-04', 'Fictif', false, false, 'DECLARED', false, 0, 0, now())""")
                    .setParameter("id", session)
                    .setParameter("centre", centre)
                    .setParameter("site", site)
                    .executeUpdate();
            Schedule schedule = new Schedule(session);
            schedule.begin(
                    new Schedule.Search(
                            UUID.randomUUID(),
                            new Settings(
                                    List.of(LocalDate.of(2027, 1, 4)),
                                    LocalTime.of(8, 30),
                                    LocalTime.of(17, 30),
                                    List.of(),
                                    List.of(),
                                    2),
                            false,
                            null,
                            0,
                            20,
                            "basis",
                            node,
                            4),
                    "test",
                    Instant.parse("2026-11-23T08:30:00Z"));
            schedules.persist(schedule);
            return session;
        });
    }
}
