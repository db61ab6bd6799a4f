package fr.parchemin.kit.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.kit.outbox.OutboxRelay;
import fr.parchemin.kit.test.sample.SampleNotedEvent;
import fr.parchemin.kit.test.sample.TaleToldEvent;
import fr.parchemin.kit.test.sample.WriteSampleNote;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What is recorded leaves, in order, whatever happens meanwhile; what is not recorded does not. */
@QuarkusTest
class OutboxTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Inject
    WriteSampleNote write;

    @Inject
    Outbox outbox;

    @Inject
    DataSource dataSource;

    @Inject
    MeterRegistry metrics;

    @Test
    void whatIsRecordedLeavesAsACloudEvent() {
        String name = name();
        post(name).then().statusCode(201);

        KafkaProbe.Event event = KafkaProbe.await(
                        SampleNotedEvent.TOPIC, 1, e -> e.key().equals(name))
                .getFirst();

        assertThat(event.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_source", "/parchemin/sample")
                .containsEntry("ce_type", "fr.parchemin.SampleNoted.v1")
                .containsEntry("ce_subject", name)
                .containsEntry("ce_dataschema", "https://parchemin.fr/events/SampleNoted.v1.schema.json")
                .containsEntry("content-type", "application/json");
        assertThat(UUID.fromString(event.id()).version()).isEqualTo(7);
        assertThat(event.headers().get("ce_sequence")).matches("\\d{19}");
        assertThat(event.headers().get("ce_time")).endsWith("Z");
        assertThat(event.headers().get("ce_traceparent")).startsWith("00-" + TRACE);
        assertThat(event.data().toString()).isEqualTo("{\"note\":\"" + name + "\",\"text\":\"hello\"}");
        await().untilAsserted(() -> assertThat(pending(name)).isZero());
    }

    @Test
    void aTombstoneHasNoData() {
        String name = name();
        write.forget(name);

        assertThat(KafkaProbe.await(SampleNotedEvent.TOPIC, 1, e -> e.key().equals(name)))
                .singleElement()
                .satisfies(e -> assertThat(e.data().isNull()).isTrue());
    }

    @Test
    void whenTheEventCannotBeRecordedNothingStays() {
        Database.update("create function refuse() returns trigger language plpgsql as "
                + "$$ begin raise exception 'the disk is full' using errcode = '53100'; end $$");
        Database.update("create trigger refuse before insert on outbox for each row when (new.key like 'doomed%')"
                + " execute function refuse()");
        try {
            post("doomed").then().statusCode(503);

            assertThat(Database.count("select count(*) from sample_note where name = 'doomed'"))
                    .isZero();
            assertThat(Database.count("select count(*) from idempotency where key = 'doomed'"))
                    .isZero();
        } finally {
            Database.update("drop trigger refuse on outbox");
            Database.update("drop function refuse");
        }

        post("doomed").then().statusCode(201);
    }

    @Test
    void whenTheChangeIsRolledBackNothingLeaves() {
        String name = name();
        assertThatThrownBy(() -> write.tell(
                        () -> {},
                        () -> {
                            throw new IllegalStateException("changed my mind");
                        },
                        new SampleNotedEvent(name, "never")))
                .hasMessage("changed my mind");
        write.tell(new SampleNotedEvent(name, "then"));

        List<KafkaProbe.Event> events =
                KafkaProbe.await(SampleNotedEvent.TOPIC, 1, e -> e.key().equals(name));

        assertThat(texts(events)).containsExactly("then");
    }

    @Test
    void outsideATransactionNothingCanBeRecorded() {
        assertThatThrownBy(() -> outbox.append(new SampleNotedEvent(name(), "lost")))
                .isInstanceOf(TransactionalException.class);
    }

    @Test
    void anEventThatNoBrokerWouldTakeIsRefusedAtOnce() {
        String name = name();
        assertThatThrownBy(() -> write.tell(new SampleNotedEvent(name, "x".repeat(1_100_000))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("fr.parchemin.SampleNoted.v1");
    }

    @Test
    void whileTheBrokerIsAwayTheApiAcceptsAndEverythingLeavesLaterInOrder() {
        String name = name();
        write.tell(new SampleNotedEvent(name, "0"));
        KafkaProbe.await(SampleNotedEvent.TOPIC, 1, e -> e.key().equals(name));

        Infrastructure.stopKafka();
        String accepted = name();
        try {
            post(accepted).then().statusCode(201);
            IntStream.rangeClosed(1, 600).forEach(n -> write.tell(new SampleNotedEvent(name, String.valueOf(n))));
            assertThat(pending(name)).isEqualTo(600);
            given().get("/q/health/live").then().statusCode(200);
            given().get("/q/health/ready").then().statusCode(200);
        } finally {
            Infrastructure.startKafka();
        }

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(pending(name)).isZero());
        List<KafkaProbe.Event> events =
                KafkaProbe.await(SampleNotedEvent.TOPIC, 601, e -> e.key().equals(name));
        assertThat(texts(events))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(0, 600).mapToObj(String::valueOf).toList());
        KafkaProbe.await(SampleNotedEvent.TOPIC, 1, e -> e.key().equals(accepted));
    }

    @Test
    void aCrashBetweenAcknowledgementAndDeletionHasOneEffect() {
        String hero = name();
        Database.update("create function crash() returns trigger language plpgsql as "
                + "$$ begin raise exception 'the process died here'; end $$");
        Database.update("create trigger crash before delete on outbox for each row when (old.key = '" + hero
                + "') execute function crash()");
        try {
            write.tell(new TaleToldEvent(hero, "one", "plain"), new TaleToldEvent(hero, "two", "plain"));
            KafkaProbe.await(TaleToldEvent.TOPIC, 6, e -> e.key().equals(hero));
        } finally {
            Database.update("drop trigger crash on outbox");
            Database.update("drop function crash");
        }
        write.tell(new TaleToldEvent(hero, "three", "plain"));

        await().untilAsserted(() -> assertThat(effects(hero)).containsExactly("one", "two", "three"));
        await().untilAsserted(() -> assertThat(pending(hero)).isZero());
        List<KafkaProbe.Event> sent = KafkaProbe.read(TaleToldEvent.TOPIC).stream()
                .filter(e -> e.key().equals(hero))
                .toList();
        assertThat(sent).hasSizeGreaterThanOrEqualTo(7);
        assertThat(sent.stream().map(KafkaProbe.Event::id).distinct()).hasSize(3);
        assertThat(sent.getLast().data().get("text").textValue()).isEqualTo("three");
        assertThat(effects(hero)).containsExactly("one", "two", "three");
    }

    @Test
    void underOneKeyTheOrderOfEventsIsTheOrderOfCommits() throws Exception {
        List<String> keys = List.of(name(), name(), name());
        Map<String, List<String>> committed = Map.of(
                keys.get(0), Collections.synchronizedList(new ArrayList<>()),
                keys.get(1), Collections.synchronizedList(new ArrayList<>()),
                keys.get(2), Collections.synchronizedList(new ArrayList<>()));
        try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
            List<Future<?>> all = new ArrayList<>();
            for (int n = 0; n < 240; n++) {
                String key = keys.get(n % 3);
                String text = String.valueOf(n);
                all.add(writers.submit(() -> write.tell(
                        () -> linger(text.hashCode() % 4),
                        () -> {
                            // Whoever has recorded an event holds the line under its key until it has committed.
                            Objects.requireNonNull(committed.get(key)).add(text);
                            linger(text.hashCode() % 7);
                        },
                        new SampleNotedEvent(key, text))));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }

        for (String key : keys) {
            assertThat(texts(KafkaProbe.await(
                            SampleNotedEvent.TOPIC, 80, e -> e.key().equals(key))))
                    .containsExactlyElementsOf(committed.get(key));
        }
    }

    @Test
    void ofTwoProcessesOneSends() throws Exception {
        OutboxRelay second = secondRelay();
        try {
            String name = name();
            IntStream.range(0, 300).forEach(n -> write.tell(new SampleNotedEvent(name, String.valueOf(n))));
            KafkaProbe.await(SampleNotedEvent.TOPIC, 300, e -> e.key().equals(name));

            await().untilAsserted(() -> assertThat(pending(name)).isZero());
            assertThat(texts(named(name)))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 300).mapToObj(String::valueOf).toList());
            assertThat(Database.count("select count(*) from outbox_lease")).isEqualTo(1);
        } finally {
            call(second, "stop", ShutdownEvent.class, new ShutdownEvent());
        }
    }

    @Test
    void aLeaseThatIsLostUnnoticedNeverLetsTheOldComeAfterTheNew() throws Exception {
        OutboxRelay second = secondRelay();
        String name = name();
        try {
            for (int n = 0; n < 400; n++) {
                write.tell(new SampleNotedEvent(name, String.valueOf(n)));
                if (n % 20 == 0) {
                    // As if the holder had slept for longer than its lease: the other one takes over, both believe in
                    // it.
                    Database.update("update outbox_lease set until = now() - interval '1 second'");
                }
            }
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(pending(name)).isZero());
        } finally {
            call(second, "stop", ShutdownEvent.class, new ShutdownEvent());
        }

        List<String> expected =
                IntStream.range(0, 400).mapToObj(String::valueOf).toList();
        List<String> sent = texts(named(name));
        assertThat(new LinkedHashSet<>(sent)).containsExactlyElementsOf(expected);
        assertThat(new LinkedHashSet<>(sent.reversed())).containsExactlyElementsOf(expected.reversed());
    }

    @Test
    void aProcessThatStopsLeavesTheLineToTheOther() throws Exception {
        OutboxRelay second = secondRelay();
        call(second, "stop", ShutdownEvent.class, new ShutdownEvent());

        String name = name();
        write.tell(new SampleNotedEvent(name, "still here"));

        assertThat(texts(
                        KafkaProbe.await(SampleNotedEvent.TOPIC, 1, e -> e.key().equals(name))))
                .containsExactly("still here");
    }

    private OutboxRelay secondRelay() throws Exception {
        Constructor<OutboxRelay> constructor = OutboxRelay.class.getDeclaredConstructor(
                DataSource.class, String.class, String.class, MeterRegistry.class);
        constructor.setAccessible(true);
        OutboxRelay relay = constructor.newInstance(
                dataSource,
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class),
                "sample-service",
                metrics);
        call(relay, "start", StartupEvent.class, new StartupEvent());
        return relay;
    }

    private static <T> void call(OutboxRelay relay, String name, Class<T> type, T event) throws Exception {
        Method method = OutboxRelay.class.getDeclaredMethod(name, type);
        method.setAccessible(true);
        method.invoke(relay, event);
    }

    private static Response post(String name) {
        return given().auth()
                .oauth2(Tokens.of("demo-centre"))
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .header("Idempotency-Key", name)
                .contentType("application/json")
                .body("{\"name\": \"" + name + "\", \"text\": \"hello\", \"count\": 1}")
                .post("/v1/notes");
    }

    private static List<KafkaProbe.Event> named(String key) {
        return KafkaProbe.read(SampleNotedEvent.TOPIC).stream()
                .filter(e -> e.key().equals(key))
                .toList();
    }

    private static List<String> texts(List<KafkaProbe.Event> events) {
        return events.stream().map(e -> e.data().get("text").textValue()).toList();
    }

    private static List<String> effects(String key) {
        return Database.column("select text from sample_effect where key = ? order by id", key);
    }

    private static long pending(String key) {
        return Database.count("select count(*) from outbox where key = ?", key);
    }

    private static String name() {
        return "n-" + UUID.randomUUID();
    }

    /** Keeps the transaction open for a moment, so that others come between. */
    private static void linger(int millis) {
        LockSupport.parkNanos(Duration.ofMillis(Math.abs(millis)).toNanos());
    }
}
