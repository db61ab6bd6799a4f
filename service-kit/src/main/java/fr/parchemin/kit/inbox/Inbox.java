package fr.parchemin.kit.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.parchemin.kit.problem.Problems;
import fr.parchemin.kit.web.Correlation;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Gives every event its effect exactly once.
 *
 * <p>The event id is noted in the transaction of the effect, so a second delivery finds it and does nothing. What passes
 * (a database that restarts, a lost lock) is tried again for as long as it takes; what needs something not seen yet is
 * parked and tried again later, with the events of the same key behind it; what can never work becomes a dead letter,
 * kept in {@code inbox_parked} with its reason until somebody replays it, and the rest goes on.
 */
@ApplicationScoped
public class Inbox {

    private static final int ATTEMPTS_BEFORE_POISON = 3;
    private static final int LONGEST_TEXT = 500;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private static final int TOGETHER = 50;
    private static final int TOGETHER_IN_BULK = 500;

    private static final String SEEN = "insert into inbox (consumer, event_id) values (?, ?) on conflict do nothing";
    private static final String ALL_SEEN = """
            insert into inbox (consumer, event_id) select ?, id from unnest(?) as id on conflict do nothing
            returning event_id
            """;
    private static final String KEY_WAITS =
            "select 1 from inbox_parked where consumer = ? and key = ? and state = 'WAITING' limit 1";
    private static final String SOME_KEY_WAITS =
            "select 1 from inbox_parked where consumer = ? and key = any (?) and state = 'WAITING' limit 1";
    private static final String PARK = """
            insert into inbox_parked (consumer, event_id, topic, key, headers, data, state, reason)
            values (?, ?, ?, ?, ?::jsonb, ?, ?, ?) on conflict do nothing
            """;
    /** The first of every line, those tried least often before the others, so that nobody's turn is lost in a crowd. */
    private static final String HEADS = """
            select * from (
              select distinct on (consumer, key) id, consumer, topic, key, headers, data, attempts from inbox_parked
              where state = 'WAITING' order by consumer, key, id) as head
            order by attempts, id limit 200
            """;

    private static final String NEXT = """
            select id, consumer, topic, key, headers, data from inbox_parked
            where consumer = ? and key = ? and state = 'WAITING' order by id limit 1
            """;
    private static final String REPLAY =
            "update inbox_parked set state = 'WAITING', attempts = 0 where id = ? and state = 'DEAD'";
    private static final String FORGET =
            "delete from inbox_parked where consumer = ? and topic = ? and key = ? and state = 'DEAD'";
    private static final String TRIED =
            "update inbox_parked set state = ?, reason = ?, attempts = attempts + 1 where id = ? and state = 'WAITING'";

    private final DataSource dataSource;
    private final EntityManager entities;
    private final Instance<EventHandler> handlers;
    private final MeterRegistry metrics;
    private final ObjectMapper json = new JsonMapper();
    private volatile boolean stopping;

    Inbox(DataSource dataSource, EntityManager entities, @Any Instance<EventHandler> handlers, MeterRegistry metrics) {
        this.dataSource = dataSource;
        this.entities = entities;
        this.handlers = handlers;
        this.metrics = metrics;
    }

    /** From here on a failure is no judgement on the event: it stays unacknowledged and is delivered again. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /**
     * Handles what one poll brought. It returns when no record needs a second delivery, whatever became of it.
     *
     * <p>Records that go well share a transaction, because what an event costs is mostly its commit. As soon as one of
     * them is in trouble, all of that transaction are handled each for itself.
     */
    public void receive(EventHandler handler, ConsumerRecords<String, byte[]> records) {
        List<Letter> letters = new ArrayList<>(records.count());
        records.forEach(record -> letters.add(letter(record)));
        int together = handler instanceof BulkEventHandler ? TOGETHER_IN_BULK : TOGETHER;
        for (int from = 0; from < letters.size(); from += together) {
            List<Letter> some = letters.subList(from, Math.min(from + together, letters.size()));
            if (some.size() == 1 || !deliverTogether(handler, some)) {
                some.forEach(letter -> deliver(handler, letter));
            }
        }
    }

    private static Letter letter(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(storable(header.key()), storable(new String(header.value(), StandardCharsets.UTF_8)));
            }
        }
        return new Letter(
                record.topic(),
                record.key() == null ? "" : storable(record.key()),
                headers,
                record.value(),
                record.topic() + "/" + record.partition() + "/" + record.offset());
    }

    /** Whatever another program wrote there, an index must hold it: else the letter could not even be set aside. */
    private static String storable(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT)).replace('\u0000', '\uFFFD');
    }

    /** Whether all of them have had their effect; when not, none has. */
    private boolean deliverTogether(EventHandler handler, List<Letter> letters) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                Set<String> unseen = noteAllSeen(handler.name(), letters);
                // A second copy within the poll is as good as one seen before.
                List<Letter> fresh =
                        letters.stream().filter(l -> unseen.remove(l.id())).toList();
                if (someKeyWaits(handler.name(), fresh)) {
                    throw new NotYetException("an earlier event of one of these keys waits");
                }
                applyAll(handler, fresh);
            });
            return true;
        } catch (RuntimeException | Error e) {
            if (stopping) {
                throw e;
            }
            Log.debugf(e, "%d events are handled one by one", letters.size());
            return false;
        }
    }

    private void applyAll(EventHandler handler, List<Letter> letters) {
        if (handler instanceof BulkEventHandler bulk) {
            bulk.applyAll(letters.stream().map(Letter::toEvent).toList());
            letters.forEach(letter -> forgetWithTombstone(handler, letter));
            return;
        }
        for (Letter letter : letters) {
            letter.correlated(() -> {
                apply(handler, letter);
                // Each begins with what the database holds, as it would alone.
                entities.flush();
                entities.clear();
            });
        }
    }

    private void apply(EventHandler handler, Letter letter) {
        handler.apply(letter.toEvent());
        forgetWithTombstone(handler, letter);
    }

    /** What is to be forgotten is not kept as a dead letter either, which a replay would bring back. */
    private void forgetWithTombstone(EventHandler handler, Letter letter) {
        if (letter.data() == null) {
            update(FORGET, handler.name(), letter.topic(), letter.key());
        }
    }

    private void deliver(EventHandler handler, Letter letter) {
        letter.correlated(() -> deliverAlone(handler, letter));
    }

    private void deliverAlone(EventHandler handler, Letter letter) {
        for (int attempt = 1; ; attempt++) {
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    if (!noteSeen(handler.name(), letter.id())) {
                        return;
                    }
                    if (keyWaits(handler.name(), letter.key())) {
                        park(handler, letter, "WAITING", "an earlier event of this key waits");
                    } else {
                        apply(handler, letter);
                    }
                });
                return;
            } catch (RuntimeException | Error e) {
                if (stopping) {
                    throw e;
                }
                if (find(NotYetException.class, e) instanceof NotYetException notYet) {
                    Log.infof("%s waits: %s", letter.id(), notYet.getMessage());
                    setAside(handler, letter, "WAITING", String.valueOf(notYet.getMessage()));
                    return;
                }
                PoisonException poison = find(PoisonException.class, e);
                if (poison != null || (!Problems.isTransient(e) && attempt >= ATTEMPTS_BEFORE_POISON)) {
                    Throwable cause = poison == null ? e : poison;
                    Log.errorf(cause, "%s is set aside as a dead letter", letter.id());
                    died(handler);
                    setAside(handler, letter, "DEAD", reason(cause));
                    return;
                }
                Log.warnf("%s is tried again: %s", letter.id(), e.getMessage());
                pause(attempt);
            }
        }
    }

    /** Parks the letter, however long the database takes to be there for it. */
    private void setAside(EventHandler handler, Letter letter, String state, String reason) {
        for (int attempt = 1; ; attempt++) {
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    if (noteSeen(handler.name(), letter.id())) {
                        park(handler, letter, state, reason);
                    }
                });
                return;
            } catch (RuntimeException e) {
                Log.warnf("%s cannot be set aside yet: %s", letter.id(), e.getMessage());
                pause(attempt);
            }
        }
    }

    /** Tries the first parked event of every key again, and those behind it once it went through. */
    @Scheduled(every = "{parchemin.inbox.retry-every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    void retryParked() {
        Map<String, EventHandler> byName = new HashMap<>();
        handlers.forEach(h -> byName.put(h.name(), h));
        try {
            for (Parked head : parked(HEADS)) {
                EventHandler handler = byName.get(head.consumer());
                Parked next = head;
                while (handler != null && next != null && retry(handler, next)) {
                    List<Parked> behind =
                            parked(NEXT, head.consumer(), head.letter().key());
                    next = behind.isEmpty() ? null : behind.getFirst();
                }
            }
        } catch (IllegalStateException e) {
            Log.warnf("Parked events wait for the database: %s", e.getMessage());
        }
    }

    /** True when the event no longer waits: it was applied, here or by another process, or became a dead letter. */
    private boolean retry(EventHandler handler, Parked parked) {
        return parked.letter().correlated(() -> retryAlone(handler, parked));
    }

    private boolean retryAlone(EventHandler handler, Parked parked) {
        // Failures are counted here, apart from the waits: who waited long is no nearer to being a dead letter.
        for (int attempt = 1; ; attempt++) {
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    if (update("delete from inbox_parked where id = ? and state = 'WAITING'", parked.id()) == 1) {
                        apply(handler, parked.letter());
                    }
                });
                return true;
            } catch (RuntimeException | Error e) {
                if (stopping) {
                    return false;
                }
                if (find(NotYetException.class, e) instanceof NotYetException notYet) {
                    tried(parked, "WAITING", String.valueOf(notYet.getMessage()));
                    return false;
                }
                PoisonException poison = find(PoisonException.class, e);
                if (poison == null && Problems.isTransient(e)) {
                    tried(parked, "WAITING", reason(e));
                    return false;
                }
                if (poison != null || attempt >= ATTEMPTS_BEFORE_POISON) {
                    Throwable cause = poison == null ? e : poison;
                    Log.errorf(
                            cause,
                            "%s is set aside as a dead letter",
                            parked.letter().id());
                    died(handler);
                    tried(parked, "DEAD", reason(cause));
                    return true;
                }
                Log.warnf("%s is tried again: %s", parked.letter().id(), e.getMessage());
                pause(attempt);
            }
        }
    }

    private void tried(Parked parked, String state, String reason) {
        QuarkusTransaction.requiringNew().run(() -> update(TRIED, state, storable(reason), parked.id()));
    }

    private void died(EventHandler handler) {
        metrics.counter("parchemin.inbox.dead.letters", "consumer", handler.name())
                .increment();
    }

    private static String reason(Throwable cause) {
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    /**
     * Lets a dead letter wait in line again, once its cause is mended.
     *
     * @return whether there was such a dead letter
     */
    public boolean replay(long id) {
        return QuarkusTransaction.requiringNew().call(() -> update(REPLAY, id) == 1);
    }

    /** Forgets what was seen longer ago than any topic keeps events. */
    @Scheduled(
            every = "{parchemin.inbox.purge-every:6h}",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP)
    void purge() {
        QuarkusTransaction.requiringNew().run(() -> {
            update("delete from inbox where received_at < now() - interval '90 days'");
            update("delete from idempotency where created_at < now() - interval '7 days'");
        });
    }

    private boolean noteSeen(String consumer, String id) {
        return update(SEEN, consumer, id) == 1;
    }

    private Set<String> noteAllSeen(String consumer, List<Letter> letters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(ALL_SEEN)) {
            insert.setString(1, consumer);
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "text", letters.stream().map(Letter::id).distinct().toArray()));
            try (ResultSet rows = insert.executeQuery()) {
                Set<String> unseen = new HashSet<>();
                while (rows.next()) {
                    unseen.add(rows.getString(1));
                }
                return unseen;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean someKeyWaits(String consumer, List<Letter> letters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(SOME_KEY_WAITS)) {
            query.setString(1, consumer);
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "text", letters.stream().map(Letter::key).distinct().toArray()));
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean keyWaits(String consumer, String key) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(KEY_WAITS)) {
            query.setString(1, consumer);
            query.setString(2, key);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void park(EventHandler handler, Letter letter, String state, String reason) {
        try {
            update(
                    PARK,
                    handler.name(),
                    letter.id(),
                    letter.topic(),
                    letter.key(),
                    json.writeValueAsString(letter.headers()),
                    letter.data(),
                    state,
                    storable(reason));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Parked> parked(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = query.executeQuery()) {
                List<Parked> result = new ArrayList<>();
                while (rows.next()) {
                    result.add(new Parked(
                            rows.getLong("id"),
                            rows.getString("consumer"),
                            new Letter(
                                    rows.getString("topic"),
                                    rows.getString("key"),
                                    headers(rows.getString("headers")),
                                    rows.getBytes("data"),
                                    "parked/" + rows.getLong("id"))));
                }
                return result;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> headers(String text) {
        try {
            return json.readValue(text, HEADERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private int update(String sql, @Nullable Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T extends Throwable> @Nullable T find(Class<T> type, Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause() == t ? null : t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(Math.min(LONGEST_PAUSE.toMillis(), 50L << Math.min(attempt, 10)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped before the event was handled; it will be delivered again", e);
        }
    }

    private record Parked(long id, String consumer, Letter letter) {}

    /** A record as it came, decoded or not. */
    private record Letter(
            String topic, String key, Map<String, String> headers, byte @Nullable [] data, String position) {

        /** The event id; a record without one is known by its place in the topic. */
        String id() {
            return headers.getOrDefault("ce_id", position);
        }

        /** Runs what is done because of it, so that logs and events tell where they come from. */
        void correlated(Runnable work) {
            boolean unused = correlated(() -> {
                work.run();
                return true;
            });
        }

        <T> T correlated(Supplier<T> work) {
            Correlation.begin(headers.get("ce_" + Correlation.TRACEPARENT));
            try {
                return work.get();
            } finally {
                Correlation.end();
            }
        }

        IncomingEvent toEvent() {
            String type = headers.get("ce_type");
            String time = headers.get("ce_time");
            String sequence = headers.get("ce_sequence");
            String source = headers.get("ce_source");
            if (headers.get("ce_id") == null || type == null || time == null || sequence == null || source == null) {
                throw new PoisonException("not a CloudEvent: it needs id, type, source, time and sequence");
            }
            try {
                return new IncomingEvent(
                        id(),
                        type,
                        source,
                        headers.getOrDefault("ce_subject", key),
                        Instant.parse(time),
                        Long.parseLong(sequence),
                        key,
                        data);
            } catch (DateTimeParseException | NumberFormatException e) {
                throw new PoisonException("not a CloudEvent: time or sequence cannot be read", e);
            }
        }
    }
}
