package fr.parchemin.kit.outbox;

import fr.parchemin.kit.web.Correlation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Sends the outbox to Kafka in the order it was written, one process at a time.
 *
 * <p>Each batch is one Kafka transaction: all of it is there or nothing, so a record that fails is never overtaken by those
 * behind it, and a process that lost the lease without noticing is fenced off by the broker. Rows are deleted after the
 * broker has committed them. A crash between the two sends them again under the same event ids, and receivers drop the
 * second ones. While the broker is away the relay waits, the API goes on accepting, and everything leaves later in order.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final String LEASE = """
            insert into outbox_lease (name, holder, until) values ('relay', ?, now() + make_interval(secs => ?))
            on conflict (name) do update set holder = excluded.holder, until = excluded.until
            where outbox_lease.holder = excluded.holder or outbox_lease.until < now()
            """;
    private static final String READ =
            "select id, event_id, topic, key, type, subject, time, traceparent, data from outbox order by id limit 500";
    private static final String DELETE = "delete from outbox where id = any (?)";
    private static final Duration LEASE_LENGTH = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Callback FAILURE_SHOWS_AT_COMMIT = (metadata, failure) -> {};

    private static final String SCHEMAS = "https://parchemin.fr/events/";

    private final DataSource dataSource;
    private final String bootstrapServers;
    private final String source;
    private final UUID me = UUID.randomUUID();
    private final Semaphore work = new Semaphore(0);
    private final Counter sent;
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    private @Nullable KafkaProducer<String, byte @Nullable []> producer;
    private Instant leaseRenewal = Instant.EPOCH;

    OutboxRelay(
            DataSource dataSource,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "quarkus.application.name") String application,
            MeterRegistry metrics) {
        this.dataSource = dataSource;
        this.bootstrapServers = bootstrapServers;
        this.source = "/parchemin/" + application.replace("-service", "");
        this.sent = metrics.counter("parchemin.outbox.sent");
    }

    void start(@Observes StartupEvent event) {
        running = true;
        thread = Thread.ofPlatform().name("outbox-relay").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        work.release();
        Thread t = thread;
        if (t != null && !t.join(PATIENCE)) {
            t.interrupt();
            t.join(PATIENCE);
        }
    }

    /** Tells the relay that rows were committed; without it they leave half a second later. */
    void wake() {
        if (work.availablePermits() == 0) {
            work.release();
        }
    }

    private void run() {
        while (running) {
            try {
                if (!holdLease() || sendBatch() == 0) {
                    boolean woken = work.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS);
                    if (woken) {
                        work.drainPermits();
                    }
                }
            } catch (InterruptedException | InterruptException e) {
                break;
            } catch (SQLException | RuntimeException | Error e) {
                // Of whatever it is, memory that ran out too: a relay that ends keeps every event until a restart.
                Log.warnf("Events wait in the outbox: %s", e);
                Log.debug("Events wait in the outbox", e);
                closeProducer();
                pause();
            }
        }
        // A thread that was interrupted could neither close the producer nor use a connection.
        boolean interrupted = Thread.interrupted();
        closeProducer();
        releaseLease();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause() {
        try {
            Thread.sleep(IDLE);
        } catch (InterruptedException e) {
            running = false;
        }
    }

    private boolean holdLease() throws SQLException {
        if (Instant.now().isBefore(leaseRenewal)) {
            return true;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lease = connection.prepareStatement(LEASE)) {
            lease.setObject(1, me);
            lease.setLong(2, LEASE_LENGTH.toSeconds());
            boolean mine = lease.executeUpdate() == 1;
            leaseRenewal = mine ? Instant.now().plus(LEASE_LENGTH.dividedBy(3)) : Instant.EPOCH;
            return mine;
        }
    }

    private void releaseLease() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement release =
                        connection.prepareStatement("delete from outbox_lease where name = 'relay' and holder = ?")) {
            release.setObject(1, me);
            release.executeUpdate();
        } catch (SQLException e) {
            Log.debugf("The lease runs out by itself: %s", e.getMessage());
        }
    }

    private int sendBatch() throws SQLException {
        List<Row> rows = read();
        if (rows.isEmpty()) {
            return 0;
        }
        KafkaProducer<String, byte @Nullable []> out = producer;
        if (out == null) {
            out = openProducer();
            // Only now nobody else can send any more: what was read before may have been overtaken.
            rows = read();
        }
        out.beginTransaction();
        for (Row row : rows) {
            out.send(row.toRecord(source), FAILURE_SHOWS_AT_COMMIT);
        }
        out.commitTransaction();
        delete(rows);
        sent.increment(rows.size());
        return rows.size();
    }

    private List<Row> read() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(READ);
                ResultSet rows = read.executeQuery()) {
            List<Row> result = new ArrayList<>();
            while (rows.next()) {
                result.add(new Row(
                        rows.getLong(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getString(5),
                        rows.getString(6),
                        rows.getTimestamp(7).toInstant(),
                        rows.getString(8),
                        rows.getBytes(9)));
            }
            return result;
        }
    }

    private void delete(List<Row> rows) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(DELETE)) {
            Array ids = connection.createArrayOf(
                    "bigint", rows.stream().map(Row::id).toArray());
            delete.setArray(1, ids);
            delete.executeUpdate();
        }
    }

    private KafkaProducer<String, byte @Nullable []> openProducer() {
        KafkaProducer<String, byte @Nullable []> p = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "outbox" + source,
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                        30_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        25_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        5_000,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        10_000L,
                        ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        1_000L,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0L),
                new StringSerializer(),
                new ByteArraySerializer());
        producer = p;
        // Ends what an earlier process under this name left open, and shuts that process out.
        p.initTransactions();
        return p;
    }

    private void closeProducer() {
        KafkaProducer<String, byte @Nullable []> p = producer;
        producer = null;
        if (p != null) {
            try {
                p.close(Duration.ZERO);
            } catch (RuntimeException | Error e) {
                Log.debug("A producer that failed did not close either", e);
            }
        }
    }

    private record Row(
            long id,
            String eventId,
            String topic,
            String key,
            String type,
            String subject,
            Instant time,
            @Nullable String traceparent,
            byte @Nullable [] data) {

        /** CloudEvents 1.0, Kafka protocol binding, binary mode. */
        ProducerRecord<String, byte @Nullable []> toRecord(String source) {
            Headers headers = new RecordHeaders();
            add(headers, "ce_specversion", "1.0");
            add(headers, "ce_id", eventId);
            add(headers, "ce_source", source);
            add(headers, "ce_type", type);
            add(headers, "ce_subject", subject);
            add(headers, "ce_time", time.toString());
            add(headers, "ce_sequence", "%019d".formatted(id));
            add(headers, "ce_dataschema", SCHEMAS + type.replaceFirst("^fr\\.parchemin\\.", "") + ".schema.json");
            if (traceparent != null) {
                add(headers, "ce_" + Correlation.TRACEPARENT, traceparent);
            }
            add(headers, "content-type", "application/json");
            // Stamped by the producer: the broker forgets by this time, and what an event tells of may be long past.
            return new ProducerRecord<>(topic, null, key, data, headers);
        }

        private static void add(Headers headers, String name, String value) {
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }
}
