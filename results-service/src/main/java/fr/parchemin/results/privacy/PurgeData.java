package fr.parchemin.results.privacy;

import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.web.EntityTags;
import fr.parchemin.results.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets go of what the retention periods no longer allow to keep (R134): the working papers of old examinations and old
 * entries of who read what. Records, awards, order numbers and the trail of changes are permanent. It says first what it
 * would do, and then does that and nothing else.
 */
@ApplicationScoped
class PurgeData {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    /** Working papers of an exam: every version of what was found, what was decided before the record said it, documents. */
    private static final Map<String, String> EXAM_FILE = examFile();

    private static final String OLD_SESSIONS = """
            select r.session_id from session_record r
            group by r.session_id
            having bool_and(r.state in ('VALIDATED', 'NOTIFIED', 'RECTIFIED')) and max(r.validated_at) < ?
            """;
    private static final String HELD = "select session_id from legal_hold where until >= ?";
    private static final String HOLD = """
            insert into legal_hold (session_id, reason, until, set_at, set_by) values (?, ?, ?, ?, ?)
            on conflict (session_id) do update set until = greatest(legal_hold.until, excluded.until),
              reason = excluded.reason, set_at = excluded.set_at, set_by = excluded.set_by
            returning until
            """;
    /** The longest run of entries from the beginning of the chain that are all old enough. */
    private static final String OLD_ACCESS = """
            select coalesce(
              (select min(position) - 1 from audit_entry where chain = 'ACCESS' and at >= ?),
              (select max(position) from audit_entry where chain = 'ACCESS'), 0)
            """;

    private final DataSource dataSource;
    private final LegalHoldRepository holds;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;
    private final Period examFile;
    private final Period accessLog;

    PurgeData(
            DataSource dataSource,
            LegalHoldRepository holds,
            AuditTrail audit,
            Caller caller,
            Clock clock,
            @ConfigProperty(name = "retention.exam-file", defaultValue = "P5Y") String examFile,
            @ConfigProperty(name = "retention.access-log", defaultValue = "P1Y") String accessLog) {
        this.dataSource = dataSource;
        this.holds = holds;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
        this.examFile = Period.parse(examFile);
        this.accessLog = Period.parse(accessLog);
    }

    private static Map<String, String> examFile() {
        Map<String, String> rows = new LinkedHashMap<>();
        String ofSessions = " where enrolment_id in (select id from enrolment where session_id = any (?))";
        rows.put("finding", "finding" + ofSessions);
        rows.put("decision", "decision where record_id in (select id from session_record where session_id = any (?))");
        rows.put("presentedDocument", "presented_document" + ofSessions);
        rows.put("fraudReport", "fraud_report" + ofSessions);
        rows.put("recusal", "recusal" + ofSessions);
        return rows;
    }

    /** What it would remove today. */
    @Transactional
    PurgeView preview() {
        try (Connection connection = dataSource.getConnection()) {
            return look(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the purge cannot be looked at", e);
        }
    }

    /**
     * Removes what a preview showed.
     *
     * @throws ProblemException 409 when that is no longer what it would remove
     */
    @Transactional
    @Idempotent
    PurgeView purge(String token) {
        try (Connection connection = dataSource.getConnection()) {
            // A hold that is being set is waited for; one that comes later finds what was purged gone.
            execute(connection, "lock table legal_hold in share mode");
            PurgeView now = look(connection);
            if (!now.token().equals(token)) {
                throw new ProblemException(
                        CommonProblem.CONFLICT,
                        "What would go is not what you were shown: look again with GET /v1/purges/preview.");
            }
            execute(connection, "set local parchemin.purge = 'on'");
            UUID[] sessions = sessions(connection, today().minus(examFile), true);
            for (String table : EXAM_FILE.values()) {
                try (PreparedStatement delete = connection.prepareStatement("delete from " + table)) {
                    delete.setArray(1, connection.createArrayOf("uuid", sessions));
                    delete.executeUpdate();
                }
            }
            forgetAccess(connection);
            audit.change(
                    "dataPurged",
                    "purge",
                    token,
                    null,
                    Map.of("classes", now.classes().toString(), "on", now.on()));
            return now;
        } catch (SQLException e) {
            throw new IllegalStateException("the purge failed", e);
        }
    }

    /** Holds a session, or holds it again: until the later of the two days, for the last reason. */
    @Transactional
    @Idempotent
    LegalHoldView hold(UUID sessionId, String reason, LocalDate until) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement hold = connection.prepareStatement(HOLD)) {
            hold.setObject(1, sessionId);
            hold.setString(2, reason);
            hold.setObject(3, until);
            hold.setTimestamp(4, Timestamp.from(now));
            hold.setString(5, caller.subject());
            try (ResultSet row = hold.executeQuery()) {
                row.next();
                LocalDate held = row.getObject(1, LocalDate.class);
                audit.change("legalHoldSet", "session", sessionId, reason, Map.of("until", held));
                return new LegalHoldView(sessionId, reason, held, now);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the hold cannot be set", e);
        }
    }

    @Transactional
    List<LegalHoldView> holds() {
        return holds.find("order by until, sessionId").page(0, 500).list().stream()
                .map(LegalHoldView::of)
                .toList();
    }

    private PurgeView look(Connection connection) throws SQLException {
        LocalDate today = today();
        UUID[] free = sessions(connection, today.minus(examFile), true);
        UUID[] all = sessions(connection, today.minus(examFile), false);
        Map<String, Long> rows = new LinkedHashMap<>();
        for (Map.Entry<String, String> table : EXAM_FILE.entrySet()) {
            try (PreparedStatement count = connection.prepareStatement("select count(*) from " + table.getValue())) {
                count.setArray(1, connection.createArrayOf("uuid", free));
                rows.put(table.getKey(), number(count));
            }
        }
        long access = oldAccess(connection);
        List<PurgeView.ClassView> classes = List.of(
                new PurgeView.ClassView(
                        "exam-file",
                        "retention.exam-file = " + examFile,
                        today.minus(examFile),
                        free.length,
                        all.length - free.length,
                        rows),
                new PurgeView.ClassView(
                        "access-log",
                        "retention.access-log = " + accessLog,
                        today.minus(accessLog),
                        0,
                        0,
                        Map.of("auditEntry", access)));
        return new PurgeView(today, EntityTags.of(today, classes), classes);
    }

    private UUID[] sessions(Connection connection, LocalDate before, boolean withoutHeld) throws SQLException {
        String sql = withoutHeld ? OLD_SESSIONS + " and r.session_id not in (" + HELD + ")" : OLD_SESSIONS;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setTimestamp(1, Timestamp.from(before.atStartOfDay(PARIS).toInstant()));
            if (withoutHeld) {
                select.setObject(2, today());
            }
            try (ResultSet rows = select.executeQuery()) {
                List<UUID> sessions = new ArrayList<>();
                while (rows.next()) {
                    sessions.add(rows.getObject(1, UUID.class));
                }
                return sessions.toArray(UUID[]::new);
            }
        }
    }

    private long oldAccess(Connection connection) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(
                "select count(*) from audit_entry where chain = 'ACCESS' and position <= ?")) {
            count.setLong(1, lastOldAccess(connection));
            return number(count);
        }
    }

    private long lastOldAccess(Connection connection) throws SQLException {
        try (PreparedStatement last = connection.prepareStatement(OLD_ACCESS)) {
            last.setTimestamp(
                    1,
                    Timestamp.from(today().minus(accessLog).atStartOfDay(PARIS).toInstant()));
            return number(last);
        }
    }

    /** The chain of reads begins where the last one forgotten ended. */
    private void forgetAccess(Connection connection) throws SQLException {
        long last = lastOldAccess(connection);
        try (PreparedStatement origin = connection.prepareStatement("""
                        insert into audit_origin (chain, position, hash)
                        select chain, position, hash from audit_entry where chain = 'ACCESS' and position = ?
                        on conflict (chain) do update set position = excluded.position, hash = excluded.hash
                        """);
                PreparedStatement delete = connection.prepareStatement(
                        "delete from audit_entry where chain = 'ACCESS' and position <= ?")) {
            origin.setLong(1, last);
            origin.executeUpdate();
            delete.setLong(1, last);
            delete.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private static long number(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PARIS);
    }
}
