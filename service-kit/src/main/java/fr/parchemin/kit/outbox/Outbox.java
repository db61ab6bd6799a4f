package fr.parchemin.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.parchemin.kit.Ids;
import fr.parchemin.kit.web.Correlation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Records facts for the other services, in the transaction of the change they tell of: either both are there or neither.
 * {@link OutboxRelay} sends them afterwards.
 */
@ApplicationScoped
public class Outbox {

    /**
     * The advisory lock makes two transactions that write under one key take their places one after the other, so the
     * order of ids under a key is the order of commits. Without it a slow transaction could hold an older id and appear
     * behind a younger one already sent.
     */
    private static final String APPEND = """
            with turn as materialized (select pg_advisory_xact_lock(hashtextextended(?, 0)))
            insert into outbox (event_id, topic, key, type, subject, time, traceparent, data)
            select ?, ?, ?, ?, ?, ?, ?, ? from turn
            """;

    private static final String APPEND_MANY = """
            insert into outbox (event_id, topic, key, type, subject, time, traceparent, data)
            select e.event_id, e.topic, e.key, e.type, e.subject, ?, ?, e.data
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[]) with ordinality
                 as e (event_id, topic, key, type, subject, data, place)
            order by e.place
            """;

    /** So many at once that neither the statement nor its memory matters. */
    private static final int CHUNK = 256;

    /** A little less than what brokers take by default, for the headers. */
    private static final int MOST_BYTES = 1_000_000;

    private final DataSource dataSource;
    private final ObjectMapper json;
    private final Clock clock;
    private final TransactionSynchronizationRegistry transaction;
    private final OutboxRelay relay;

    Outbox(
            DataSource dataSource,
            ObjectMapper json,
            Clock clock,
            TransactionSynchronizationRegistry transaction,
            OutboxRelay relay) {
        this.dataSource = dataSource;
        this.json = json;
        this.clock = clock;
        this.transaction = transaction;
        this.relay = relay;
    }

    /** Records one fact. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(OutboundEvent event) {
        insert(event.topic(), event.key(), event.type(), event.subject(), data(event));
    }

    /**
     * Records many facts at once, in their order. Every other transaction that has facts to record waits until this one
     * ends, so call it last.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void appendAll(List<OutboundEvent> events) {
        if (!events.isEmpty()) {
            // Locking each key would take a lock per event, and PostgreSQL has room for some thousand.
            insertMany(events, "lock table outbox in share row exclusive mode");
        }
    }

    /**
     * Records many facts at once, in their order, under keys that nobody can have used before: what they tell of comes into
     * being with this transaction.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void appendFirst(List<OutboundEvent> events) {
        if (!events.isEmpty()) {
            insertMany(events, null);
        }
    }

    private byte[] data(OutboundEvent event) {
        try {
            byte[] data = json.writeValueAsBytes(event);
            if (data.length > MOST_BYTES) {
                // The broker would refuse it, and everything behind it would wait for ever.
                throw new IllegalStateException(
                        "%s of %s holds %d bytes".formatted(event.type(), event.key(), data.length));
            }
            return data;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + event.type(), e);
        }
    }

    private void insertMany(List<OutboundEvent> events, @Nullable String lock) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(APPEND_MANY)) {
            if (lock != null) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(lock);
                }
            }
            for (int from = 0; from < events.size(); from += CHUNK) {
                List<OutboundEvent> some = events.subList(from, Math.min(from + CHUNK, events.size()));
                insert.setTimestamp(1, Timestamp.from(clock.instant()));
                insert.setString(2, Correlation.traceparent());
                insert.setArray(3, array(connection, "uuid", some, e -> Ids.next()));
                insert.setArray(4, array(connection, "text", some, OutboundEvent::topic));
                insert.setArray(5, array(connection, "text", some, OutboundEvent::key));
                insert.setArray(6, array(connection, "text", some, OutboundEvent::type));
                insert.setArray(7, array(connection, "text", some, OutboundEvent::subject));
                insert.setArray(
                        8,
                        connection.createArrayOf(
                                "bytea", some.stream().map(this::data).toArray(byte[][]::new)));
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw new OutboxException("the events could not be recorded", e);
        }
        wakeRelayAfterCommit();
    }

    private static Array array(
            Connection connection, String type, List<OutboundEvent> events, Function<OutboundEvent, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, events.stream().map(value).toArray());
    }

    /** Records that whatever was told under {@code key} on a compacted topic is to be forgotten (a tombstone). */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(String topic, String key) {
        insert(topic, key, "fr.parchemin.Forgotten.v1", key, null);
    }

    private void insert(String topic, String key, String type, String subject, byte @Nullable [] data) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(APPEND)) {
            insert.setString(1, topic + '/' + key);
            insert.setObject(2, Ids.next());
            insert.setString(3, topic);
            insert.setString(4, key);
            insert.setString(5, type);
            insert.setString(6, subject);
            insert.setTimestamp(7, Timestamp.from(clock.instant()));
            insert.setString(8, Correlation.traceparent());
            insert.setBytes(9, data);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new OutboxException("the event could not be recorded", e);
        }
        wakeRelayAfterCommit();
    }

    private void wakeRelayAfterCommit() {
        if (transaction.getResource(this) == null) {
            transaction.putResource(this, Boolean.TRUE);
            transaction.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    // The rows are written already.
                }

                @Override
                public void afterCompletion(int status) {
                    if (status == Status.STATUS_COMMITTED) {
                        relay.wake();
                    }
                }
            });
        }
    }

    /** The event table cannot be written; the transaction rolls back with the change. */
    public static final class OutboxException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OutboxException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
