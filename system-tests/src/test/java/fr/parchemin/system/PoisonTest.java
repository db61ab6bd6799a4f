package fr.parchemin.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parchemin.localstack.demo.Examination;
import fr.parchemin.localstack.demo.Examination.Concluded;
import fr.parchemin.localstack.demo.Examination.Held;
import fr.parchemin.localstack.demo.Examination.Seat;
import java.nio.charset.StandardCharsets;
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
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Messages that nobody can handle become dead letters of the packaged services, and the rest goes on. */
@ExtendWith(StackExtension.class)
class PoisonTest {

    private final SystemUnderTest system;

    PoisonTest(SystemUnderTest system) {
        this.system = system;
    }

    @Test
    void poisonIsSetAsideAndTheSessionOfItsKeyGoesOn() throws Exception {
        try (Scene scene = new Scene(system)) {
            Seat seat = scene.seat("Epsilon");
            Examination examination = scene.titleExamination(seat);
            Held held = examination.hold();
            String noJson = send("parchemin.sessions", held.sessionId(), "SessionClosed", "{ not json");
            String wrongShape = send("parchemin.sessions", held.sessionId(), "SessionClosed", "{\"session\": 7}");
            String elsewhere = send("parchemin.records", held.sessionId(), "RecordValidated", "[]");

            examination.recordFindings(held);
            Concluded concluded = examination.conclude(held, examination.drawUpRecord(held));

            assertThat(scene.client.session(concluded.sessionId()).path("state").asText())
                    .isEqualTo("NOTIFIED");
            assertThat(scene.client.awards(seat.candidateId())).hasSize(4);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(deadLetters("results")).contains(noJson, wrongShape));
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(deadLetters("session")).contains(elsewhere));
        }
    }

    @Test
    void whatIsNoCloudEventAtAllIsSetAsideByItsPlace() throws Exception {
        String position;
        try (KafkaProducer<String, byte[]> producer = producer()) {
            var stored = producer.send(new ProducerRecord<>(
                            "parchemin.sessions", "nobody", "noise".getBytes(StandardCharsets.UTF_8)))
                    .get();
            position = stored.topic() + "/" + stored.partition() + "/" + stored.offset();
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(deadLetters("results")).contains(position));
    }

    private String send(String topic, String key, String name, String data)
            throws ExecutionException, InterruptedException {
        String id = UUID.randomUUID().toString();
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, data.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id,
                        "ce_source",
                        "/parchemin/test",
                        "ce_type",
                        "fr.parchemin." + name + ".v1",
                        "ce_subject",
                        key,
                        "ce_time",
                        Instant.now().toString(),
                        "ce_sequence",
                        "%019d".formatted(Long.MAX_VALUE),
                        "content-type",
                        "application/json")
                .forEach((header, value) -> record.headers().add(header, value.getBytes(StandardCharsets.UTF_8)));
        try (KafkaProducer<String, byte[]> producer = producer()) {
            producer.send(record).get();
        }
        return id;
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, system.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private List<String> deadLetters(String database) throws SQLException {
        try (Connection connection = system.database(database).getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select event_id from inbox_parked where state = 'DEAD'");
                ResultSet rows = query.executeQuery()) {
            List<String> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        }
    }
}
