package fr.parchemin.kit.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Reads what a service told and tells it what others would. */
public final class KafkaProbe {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicLong SEQUENCE = new AtomicLong();

    private KafkaProbe() {}

    /**
     * An event as it stands in a topic.
     *
     * @param name {@code SessionDeclared}
     * @param timestamp by which the broker keeps it
     * @param headers all headers as text
     * @param data the JSON, a null node for a tombstone, a missing node for what is no JSON
     */
    public record Event(
            String topic,
            int partition,
            long offset,
            String key,
            String name,
            Instant timestamp,
            Map<String, String> headers,
            JsonNode data) {

        public String id() {
            return headers.getOrDefault("ce_id", "");
        }
    }

    /** Everything in the topic at this moment, in order within each key. */
    public static List<Event> read(String topic) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        servers(),
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Event> events = new ArrayList<>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    events.add(event(record));
                }
            }
            return events;
        }
    }

    /** Reads the topic until {@code count} events fit, for at most twenty seconds. */
    public static List<Event> await(String topic, int count, Predicate<Event> fits) {
        Instant deadline = Instant.now().plusSeconds(20);
        while (true) {
            List<Event> found = read(topic).stream().filter(fits).toList();
            if (found.size() >= count) {
                return found;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("expected " + count + " events in " + topic + ", found " + found);
            }
        }
    }

    /** Tells an event as {@code source} (for example {@code session}) would; returns its id. */
    public static String tell(String source, String topic, String key, String name, Object data) {
        String id = UUID.randomUUID().toString();
        tell(id, source, topic, key, name, data);
        return id;
    }

    /** The same with a given id, to deliver one event several times. */
    public static void tell(String id, String source, String topic, String key, String name, Object data) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put("ce_source", "/parchemin/" + source);
        headers.put("ce_type", "fr.parchemin." + name + ".v1");
        headers.put("ce_subject", key);
        headers.put("ce_time", Instant.now().toString());
        headers.put("ce_sequence", "%019d".formatted(SEQUENCE.incrementAndGet()));
        headers.put("content-type", "application/json");
        try {
            send(
                    topic,
                    key,
                    headers,
                    data instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : JSON.writeValueAsBytes(data));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts any record into a topic, well formed or not. */
    public static void send(String topic, String key, Map<String, String> headers, byte @Nullable [] data) {
        try (KafkaProducer<String, byte @Nullable []> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            ProducerRecord<String, byte @Nullable []> record = new ProducerRecord<>(topic, key, data);
            headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String servers() {
        return Infrastructure.property(Infrastructure.KAFKA);
    }

    private static Event event(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new TreeMap<>();
        record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        String type = headers.getOrDefault("ce_type", "");
        String name = type.replaceFirst("^fr\\.parchemin\\.", "").replaceFirst("\\.v\\d+$", "");
        return new Event(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                name,
                Instant.ofEpochMilli(record.timestamp()),
                headers,
                data(record.value()));
    }

    private static JsonNode data(byte @Nullable [] value) {
        try {
            return value == null ? NullNode.getInstance() : JSON.readTree(value);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
