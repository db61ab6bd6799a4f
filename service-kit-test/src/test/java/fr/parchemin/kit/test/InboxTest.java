package fr.parchemin.kit.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import fr.parchemin.kit.inbox.Inbox;
import fr.parchemin.kit.test.sample.SampleConsumer;
import fr.parchemin.kit.test.sample.SampleConsumer.Tale;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every event has its effect once, in the order of its key, and none stops the others. */
@QuarkusTest
class InboxTest {

    private static final String TOPIC = "sample.tales";

    private final String key = "k-" + UUID.randomUUID();

    @Inject
    Inbox inbox;

    @Inject
    SampleConsumer consumer;

    @Test
    void theSameEventTwiceHasOneEffect() {
        String id = UUID.randomUUID().toString();
        KafkaProbe.tell(id, "other", TOPIC, key, "TaleTold", new Tale("once", "plain"));
        KafkaProbe.tell(id, "other", TOPIC, key, "TaleTold", new Tale("once", "plain"));
        tell("after", "plain");

        awaitEffects("once", "after");
    }

    @Test
    void whatOnePollBringsSharesTransactions() {
        List<String> texts = IntStream.range(0, 120).mapToObj(String::valueOf).toList();
        ConsumerRecords<String, byte[]> poll = poll(texts, "plain");

        inbox.receive(consumer, poll);
        inbox.receive(consumer, poll);

        assertThat(effects(key)).containsExactlyElementsOf(texts);
        assertThat(Database.column("select distinct xmin::text from sample_effect where key = ?", key))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"poison", "bug", "overflow", "something that never comes"})
    void oneInTroubleDoesNotStopThoseOfItsPoll(String mood) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        poll(List.of("before", "twice"), "plain").forEach(records::add);
        records.add(records.getLast());
        poll(List.of("never"), mood).forEach(records::add);
        String other = "k-" + UUID.randomUUID();
        records.add(record(other, "elsewhere", "plain"));

        inbox.receive(consumer, polled(records));

        assertThat(effects(key)).containsExactly("before", "twice");
        assertThat(effects(other)).containsExactly("elsewhere");
        assertThat(parked("DEAD").size() + parked("WAITING").size()).isEqualTo(1);
    }

    @Test
    void whatWasHandledIsNotDeliveredAgain() throws Exception {
        tell("one", "plain");
        awaitEffects("one");

        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", (Object) Infrastructure.property(Infrastructure.KAFKA)))) {
            await().untilAsserted(() -> assertThat(committed(admin)).isEqualTo(ends(admin)));
        }
    }

    @Test
    void anEventThatDoesNotMatterHereIsPassedOver() {
        KafkaProbe.tell("other", TOPIC, key, "SomethingElse", Map.of("unknown", 1));
        tell("after", "plain");

        awaitEffects("after");
        assertThat(parked("DEAD")).isEmpty();
    }

    @Test
    void fieldsThatALaterVersionAddsAreSkipped() {
        KafkaProbe.tell("other", TOPIC, key, "TaleTold", Map.of("text", "new", "mood", "plain", "added", List.of(1)));

        awaitEffects("new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"poison", "bug", "overflow"})
    void whatCanNeverWorkIsSetAsideAndTheRestGoesOn(String mood) {
        tell("before", "plain");
        tell("never", mood);
        tell("after", "plain");

        awaitEffects("before", "after");
        assertThat(parked("DEAD")).hasSize(1);
    }

    @Test
    void whatIsNoEventIsSetAsideAndTheRestGoesOn() {
        byte[] data = "{\"text\":\"x\",\"mood\":\"plain\"}".getBytes(StandardCharsets.UTF_8);
        KafkaProbe.send(TOPIC, key, Map.of(), data);
        KafkaProbe.send(TOPIC, key, envelope(), "nonsense".getBytes(StandardCharsets.UTF_8));
        KafkaProbe.send(TOPIC, key, envelope(), "[1]".getBytes(StandardCharsets.UTF_8));
        KafkaProbe.send(TOPIC, key, envelope(), null);
        Map<String, String> badTime = envelope();
        badTime.put("ce_time", "yesterday");
        KafkaProbe.send(TOPIC, key, badTime, data);
        Map<String, String> nul = envelope();
        nul.put("ce_subject", "a\u0000b");
        KafkaProbe.send(TOPIC, key, nul, "nonsense".getBytes(StandardCharsets.UTF_8));
        tell("after", "plain");

        awaitEffects("after");
        assertThat(parked("DEAD")).hasSize(6);
    }

    @Test
    void theReasonOfADeadLetterQuotesNoData() {
        KafkaProbe.tell("other", TOPIC, key, "TaleTold", "FictifDeNaissance");
        KafkaProbe.tell("other", TOPIC, key, "TaleTold", "{\"text\": \"a\", \"mood\": FictifDeNaissance}");
        KafkaProbe.tell("other", TOPIC, key, "TaleTold", Map.of("text", Map.of("name", "FictifDeNaissance")));
        tell("after", "plain");

        awaitEffects("after");
        assertThat(Database.column("select reason from inbox_parked where key = ? order by id", key))
                .hasSize(3)
                .allSatisfy(reason ->
                        assertThat(reason).contains("do not fit Tale at ").doesNotContain("Fictif"));
    }

    @Test
    void aTextThatNoDatabaseHoldsIsSetAsideAndTheRestGoesOn() {
        tell("a\u0000b", "plain");
        KafkaProbe.tell("other", TOPIC, "k\u0000" + key, "TaleTold", new Tale("odd key", "poison"));
        tell("after", "plain");

        awaitEffects("after");
    }

    @Test
    void aDeadLetterIsListedAndReplayed() {
        SampleConsumer.broken = true;
        tell("mended", "mend");
        await().untilAsserted(() -> assertThat(parked("DEAD")).hasSize(1));
        String id = parked("DEAD").getFirst();

        operator()
                .get("/v1/dead-letters?limit=500")
                .then()
                .statusCode(200)
                .body("items.find { it.key == '" + key + "' }.consumer", equalTo("sample.tales"))
                .body("items.find { it.key == '" + key + "' }.type", equalTo("fr.parchemin.TaleTold.v1"))
                .body("items.find { it.key == '" + key + "' }.state", equalTo("DEAD"))
                .body(
                        "items.find { it.key == '" + key + "' }.reason",
                        equalTo("IllegalStateException: broken for the moment"));
        SampleConsumer.broken = false;
        operator().post("/v1/dead-letters/" + id + "/replay").then().statusCode(204);

        awaitEffects("mended");
        operator().post("/v1/dead-letters/" + id + "/replay").then().statusCode(404);
        assertThat(parked("DEAD")).isEmpty();
    }

    @Test
    void aReplayThatFailsAgainIsADeadLetterAgain() {
        tell("never", "poison");
        await().untilAsserted(() -> assertThat(parked("DEAD")).hasSize(1));

        operator()
                .post("/v1/dead-letters/" + parked("DEAD").getFirst() + "/replay")
                .then()
                .statusCode(204);

        await().untilAsserted(() -> assertThat(
                        Database.column("select attempts || state from inbox_parked where key = ?", key))
                .containsExactly("1DEAD"));
    }

    @Test
    void aTombstoneForgetsDeadLettersToo() {
        tell("never", "poison");
        KafkaProbe.tell("other", TOPIC, key + "-other", "TaleTold", new Tale("never", "poison"));
        await().untilAsserted(() -> assertThat(parked("DEAD")).hasSize(1));
        Map<String, String> tombstone = envelope();
        tombstone.put("ce_type", "fr.parchemin.Forgotten.v1");

        KafkaProbe.send(TOPIC, key, tombstone, null);
        tell("after", "plain");

        awaitEffects("after");
        assertThat(parked("DEAD")).isEmpty();
        await().untilAsserted(() -> assertThat(
                        Database.count("select count(*) from inbox_parked where key = ?", key + "-other"))
                .isEqualTo(1));
    }

    @Test
    void deadLettersAreForOperators() {
        given().get("/v1/dead-letters").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.of("demo-centre"))
                .get("/v1/dead-letters")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.of("demo-centre"))
                .post("/v1/dead-letters/1/replay")
                .then()
                .statusCode(403);
    }

    @Test
    void whatNeedsSomethingElseWaitsWithThoseBehindIt() {
        String needed = UUID.randomUUID().toString();
        tell("one", "plain");
        tell("two", needed);
        tell("three", "plain");
        tell("four", "plain");
        String other = "k-" + UUID.randomUUID();
        KafkaProbe.tell("other", TOPIC, other, "TaleTold", new Tale("elsewhere", "plain"));
        await().untilAsserted(() -> assertThat(effects(other)).containsExactly("elsewhere"));
        await().untilAsserted(() -> assertThat(parked("WAITING")).hasSize(3));
        assertThat(effects(key)).containsExactly("one");

        SampleConsumer.TOLD.add(needed);

        awaitEffects("one", "two", "three", "four");
        assertThat(parked("WAITING")).isEmpty();
    }

    @Test
    void whatWaitsAndTurnsOutToBePoisonMakesRoom() {
        String needed = UUID.randomUUID().toString();
        tell("one", needed);
        tell("never", "poison");
        tell("three", "bug");
        tell("four", "plain");
        await().untilAsserted(() -> assertThat(parked("WAITING")).hasSize(4));

        SampleConsumer.TOLD.add(needed);

        awaitEffects("one", "four");
        assertThat(parked("DEAD")).hasSize(2);
    }

    @Test
    void whatWaitedLongIsNoNearerToBeingADeadLetter() {
        String needed = "stumble-" + UUID.randomUUID();
        tell(key, needed);
        await().untilAsserted(() -> assertThat(
                        Database.count("select count(*) from inbox_parked where key = ? and attempts >= 3", key))
                .isEqualTo(1));

        SampleConsumer.TOLD.add(needed);

        awaitEffects(key);
        assertThat(parked("DEAD")).isEmpty();
    }

    @Test
    void aSecondDeliveryOfWhatWaitsChangesNothing() {
        String needed = UUID.randomUUID().toString();
        String id = UUID.randomUUID().toString();
        KafkaProbe.tell(id, "other", TOPIC, key, "TaleTold", new Tale("one", needed));
        KafkaProbe.tell(id, "other", TOPIC, key, "TaleTold", new Tale("one", needed));
        tell("two", "plain");
        await().untilAsserted(() -> assertThat(parked("WAITING")).hasSize(2));

        SampleConsumer.TOLD.add(needed);

        awaitEffects("one", "two");
    }

    @Test
    void eventsThatArriveWhileTheLineMovesStayInOrder() {
        List<String> expected = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            String needed = UUID.randomUUID().toString();
            for (int n = 0; n < 5; n++) {
                expected.add(round + "-" + n);
                tell(round + "-" + n, n == 0 ? needed : "plain");
                if (n == 2) {
                    SampleConsumer.TOLD.add(needed);
                }
            }
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(effects(key)).containsExactlyElementsOf(expected));
    }

    @Test
    void theDatabaseMayRestartInTheMiddle() {
        List<String> texts = IntStream.range(0, 300).mapToObj(String::valueOf).toList();
        texts.forEach(text -> {
            tell(text, "plain");
            if (text.equals("150")) {
                Infrastructure.restartPostgres();
            }
        });

        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> assertThat(effects(key))
                .containsExactlyElementsOf(texts));
        assertThat(parked("DEAD")).isEmpty();
    }

    @Test
    void aConnectionThatBreaksAtTheCommitCostsNothing() {
        tell("cut", "cut");
        tell("after", "plain");

        awaitEffects("cut", "after");
        assertThat(parked("DEAD")).isEmpty();
    }

    @Test
    void aDiskThatIsFullForAWhileCostsNothing() {
        Database.update("create sequence fulls");
        Database.update("create function no_room() returns trigger language plpgsql as $$ begin"
                + " if nextval('fulls') < 6 then raise exception 'no space left' using errcode = '53100'; end if;"
                + " return new; end $$");
        Database.update("create trigger no_room before insert on sample_effect for each row when (new.key = '" + key
                + "') execute function no_room()");
        try {
            tell("kept", "plain");

            awaitEffects("kept");
        } finally {
            Database.update("drop trigger no_room on sample_effect");
            Database.update("drop function no_room");
            Database.update("drop sequence fulls");
        }
        assertThat(parked("DEAD")).isEmpty();
    }

    @Test
    void theTraceOfTheEventGoesOn() {
        Map<String, String> headers = envelope();
        headers.put("ce_traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        KafkaProbe.send(
                TOPIC,
                key,
                headers,
                ("{\"text\":\"" + key + "\",\"mood\":\"plain\"}").getBytes(StandardCharsets.UTF_8));

        await().untilAsserted(
                        () -> assertThat(SampleConsumer.TRACES).containsEntry(key, "0af7651916cd43dd8448eb211c80319c"));
    }

    @Test
    void whatWaitsOrDiedIsCounted() {
        tell("never", "poison");
        await().untilAsserted(() -> assertThat(parked("DEAD")).hasSize(1));

        String metrics = given().get("/q/metrics").asString();

        assertThat(metrics)
                .containsPattern("parchemin_inbox_parked\\{.*state=\"dead\".*\\} [1-9]")
                .containsPattern("parchemin_inbox_parked\\{.*state=\"waiting\".*\\} \\d")
                .containsPattern("parchemin_outbox_pending(\\{.*\\})? \\d")
                .containsPattern("parchemin_outbox_oldest_age_seconds(\\{.*\\})? \\d")
                .containsPattern("parchemin_inbox_dead_letters_total\\{.*\\} [1-9]");
    }

    private ConsumerRecords<String, byte[]> poll(List<String> texts, String mood) {
        return polled(texts.stream().map(text -> record(key, text, mood)).toList());
    }

    private static ConsumerRecords<String, byte[]> polled(List<ConsumerRecord<String, byte[]>> records) {
        return new ConsumerRecords<>(Map.of(new TopicPartition(TOPIC, 0), records), Map.of());
    }

    private static ConsumerRecord<String, byte[]> record(String key, String text, String mood) {
        byte[] data = "{\"text\":\"%s\",\"mood\":\"%s\"}".formatted(text, mood).getBytes(StandardCharsets.UTF_8);
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(TOPIC, 0, 0, key, data);
        envelope().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static Map<TopicPartition, Long> committed(Admin admin) throws Exception {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listConsumerGroupOffsets("sample-tales")
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, offset) -> offsets.put(partition, offset.offset()));
        return offsets;
    }

    /** Where each partition ends that holds anything. */
    private static Map<TopicPartition, Long> ends(Admin admin) throws Exception {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (TopicPartitionInfo partition : Objects.requireNonNull(admin.describeTopics(List.of(TOPIC))
                        .allTopicNames()
                        .get()
                        .get(TOPIC))
                .partitions()) {
            latest.put(new TopicPartition(TOPIC, partition.partition()), OffsetSpec.latest());
        }
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listOffsets(latest).all().get().forEach((partition, end) -> offsets.put(partition, end.offset()));
        offsets.values().removeIf(end -> end == 0);
        return offsets;
    }

    private void tell(String text, String mood) {
        KafkaProbe.tell("other", TOPIC, key, "TaleTold", new Tale(text, mood));
    }

    private void awaitEffects(String... texts) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(effects(key)).containsExactly(texts));
    }

    private List<String> parked(String state) {
        return Database.column("select id from inbox_parked where key = ? and state = ? order by id", key, state);
    }

    private static List<String> effects(String key) {
        return Database.column("select text from sample_effect where key = ? order by id", key);
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.of("demo-operator"));
    }

    private static Map<String, String> envelope() {
        Map<String, String> headers = new TreeMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_source", "/parchemin/other");
        headers.put("ce_type", "fr.parchemin.TaleTold.v1");
        headers.put("ce_subject", "s");
        headers.put("ce_time", "2026-11-23T10:00:00Z");
        headers.put("ce_sequence", "0000000000000000001");
        return headers;
    }
}
