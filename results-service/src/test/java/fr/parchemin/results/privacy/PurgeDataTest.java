package fr.parchemin.results.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.test.ParcheminTestResource;
import fr.parchemin.results.audit.AuditTrail;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What retention lets go of: shown first, then exactly that, and never what is permanent or held. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class PurgeDataTest {

    @Inject
    DataSource database;

    @Inject
    LegalHoldRepository holds;

    @Inject
    AuditTrail audit;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** With periods that make everything of the past old enough. */
    private PurgeData impatient() {
        return new PurgeData(database, holds, audit, caller, clock, "P-1D", "P-1D");
    }

    @Test
    void removesWhatItShowedAndNothingElse() throws SQLException {
        UUID free = validated();
        UUID held = validated();
        UUID open = session("DRAFT");
        PurgeData patient = new PurgeData(database, holds, audit, caller, clock, "P50Y", "P50Y");
        PurgeView nothing = QuarkusTransaction.requiringNew().call(patient::preview);
        assertThat(nothing.classes()).allMatch(c -> c.rows().values().stream().allMatch(n -> n == 0));

        QuarkusTransaction.requiringNew()
                .run(() -> impatient().hold(held, "Recours fictif", LocalDate.of(2099, 12, 31)));
        PurgeView preview = QuarkusTransaction.requiringNew().call(impatient()::preview);
        PurgeView.ClassView exam = preview.classes().getFirst();
        assertThat(exam.held()).isEqualTo(1);
        assertThat(exam.rows().get("finding")).isPositive();
        assertThat(findings(free)).isEqualTo(1);

        assertThatThrownBy(() ->
                        QuarkusTransaction.requiringNew().call(() -> impatient().purge("another")))
                .isInstanceOf(ProblemException.class);
        assertThat(findings(free)).isEqualTo(1);

        purge();
        assertThat(findings(free)).isZero();
        assertThat(findings(held)).isEqualTo(1);
        assertThat(findings(open)).isEqualTo(1);
        assertThat(number("select count(*) from session_record where session_id = '" + free + "'"))
                .isEqualTo(1);
        assertThat(number("select count(*) from audit_entry where action = 'dataPurged'"))
                .isPositive();
        // What remains of the trail of reads is proven from where it begins now.
        assertThat(number(
                        "select count(*) from audit_entry where chain = 'ACCESS' and position <= (select position from"
                                + " audit_origin where chain = 'ACCESS')"))
                .isZero();
    }

    /** What was read meanwhile makes another purge of it, for the trail of reads is one of the things that go. */
    private void purge() {
        PurgeView done = null;
        for (int attempt = 0; done == null && attempt < 20; attempt++) {
            try {
                done = QuarkusTransaction.requiringNew()
                        .call(() -> impatient().purge(impatient().preview().token()));
            } catch (ProblemException e) {
                assertThat(e.kind().status()).isEqualTo(409);
            }
        }
        assertThat(done).isNotNull();
    }

    @Test
    void keepsWhatIsHeldAgain() throws SQLException {
        UUID session = validated();
        hold(session, LocalDate.now(clock).minusDays(2));
        hold(session, LocalDate.of(2099, 12, 31));
        // The longest of them counts.
        LegalHoldView shorter = hold(session, LocalDate.of(2098, 12, 31));
        assertThat(shorter.until()).isEqualTo(LocalDate.of(2099, 12, 31));
        purge();
        assertThat(findings(session)).isEqualTo(1);
        assertThat(number("select count(*) from audit_entry where action = 'legalHoldSet' and subject_id = '" + session
                        + "'"))
                .isEqualTo(3);
    }

    private LegalHoldView hold(UUID session, LocalDate until) {
        return QuarkusTransaction.requiringNew().call(() -> impatient().hold(session, "Recours fictif", until));
    }

    @Test
    void waitsForAHoldThatIsBeingSet() throws Exception {
        UUID session = validated();
        try (ExecutorService beside = Executors.newSingleThreadExecutor();
                Connection connection = database.getConnection();
                Statement setting = connection.createStatement()) {
            connection.setAutoCommit(false);
            setting.execute("insert into legal_hold (session_id, reason, until, set_at, set_by) values ('" + session
                    + "', 'Recours fictif', '2099-12-31', now(), 'fictif')");
            Future<?> purge = beside.submit(this::purge);
            await().until(() ->
                    number("select count(*) from pg_locks where relation = 'legal_hold'::regclass and not granted")
                            == 1);
            connection.commit();
            purge.get();
        }
        assertThat(findings(session)).isEqualTo(1);
    }

    @Test
    void neverDeletesAFrozenIdentity() throws SQLException {
        UUID session = validated();
        String candidate = "(select candidate_id from enrolment where session_id = '" + session + "')";
        assertThatThrownBy(() -> execute("delete from person_identity where candidate_id = " + candidate))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("is frozen");
        assertThatThrownBy(
                        () -> execute("update person_identity set birth_name = 'X' where candidate_id = " + candidate))
                .isInstanceOf(SQLException.class);
    }

    private UUID validated() throws SQLException {
        return session("VALIDATED");
    }

    /** A session of one candidate with one finding, as bare as the tables allow. */
    private UUID session(String state) throws SQLException {
        UUID session = UUID.randomUUID();
        UUID enrolment = UUID.randomUUID();
        UUID candidate = UUID.randomUUID();
        execute(
                """
                insert into exam_session (id, type, certification_number, plan_version, centre_siret, centre_name, site_name,
                  site_city, time_zone, starts_on, ends_on, manager, with_final_interview, remote)
                values ('%s', 'TITLE', 'RNCP37722', 1, '98222438800016', 'Centre fictif', 'Plateau', 'Lyon', 'Europe/Paris',
                  '2020-01-01', '2020-01-01', 'Fictif', false, false)
                """.formatted(session),
                """
                insert into person_identity (candidate_id, version, birth_name, first_names, sex, born_on, birth_place)
                values ('%s', 1, 'FICTIF-ANCIEN', '["Alex"]', 'F', '1990-01-01', 'Lyon')
                """.formatted(candidate),
                """
                insert into enrolment (id, session_id, candidate_id, route, attendance, identity_version, was_present)
                values ('%s', '%s', '%s', 'CONTINUING', 'PRESENT', 1, true)
                """.formatted(enrolment, session, candidate),
                """
                insert into finding (id, enrolment_id, event_code, juror_id, version, outcome, competences, recorded_at)
                values (gen_random_uuid(), '%s', 'MSP', gen_random_uuid(), 1, 'ACQUIRED', '[]', '2020-01-01T10:00Z')
                """.formatted(enrolment),
                """
                insert into session_record (id, session_id, version, state, drafted_at, order_number, validated_at)
                values (gen_random_uuid(), '%s', 0, '%s', '2020-01-01T10:00Z', %s, %s)
                """.formatted(
                                session,
                                state,
                                state.equals("DRAFT") ? "null" : "'" + session + "'",
                                state.equals("DRAFT") ? "null" : "'2020-02-01T10:00Z'"));
        return session;
    }

    private long findings(UUID session) throws SQLException {
        return number("select count(*) from finding f join enrolment e on e.id = f.enrolment_id where e.session_id = '"
                + session + "'");
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
