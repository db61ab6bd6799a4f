package fr.parchemin.localstack.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The public topics, read back as anybody may read them: each event once, by its id. */
public final class EventLog implements AutoCloseable {

    /** Every topic of the journey, in the order in which facts flow. */
    public static final List<String> TOPICS =
            List.of("parchemin.identities", "parchemin.sessions", "parchemin.records", "parchemin.results");

    private static final ObjectMapper JSON = new JsonMapper();
    private static final Duration POLL = Duration.ofMillis(200);
    /** Timestamps are those of the services' clock: on one machine the same, elsewhere nearly. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Event> events = new ArrayList<>();
    private final Set<String> seen = new java.util.HashSet<>();
    private int redelivered;

    /**
     * @param bootstrapServers address of the broker
     * @param since events before it are passed over
     */
    public EventLog(String bootstrapServers, Instant since) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        500,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        20_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = TOPICS.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
        consumer.assign(partitions);
        long from = since.minus(CLOCK_SKEW).toEpochMilli();
        Map<TopicPartition, Long> ask = new HashMap<>();
        partitions.forEach(p -> ask.put(p, from));
        Map<TopicPartition, OffsetAndTimestamp> starts = consumer.offsetsForTimes(ask);
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp start = starts.get(partition);
            if (start == null) {
                consumer.seekToEnd(List.of(partition));
            } else {
                consumer.seek(partition, start.offset());
            }
        }
        // Positions are resolved lazily; ask for them now, or what comes meanwhile would be passed over.
        partitions.forEach(consumer::position);
    }

    /** One event as it stands in its topic. */
    public record Event(
            String topic, int partition, long offset, String key, String id, String type, Instant time, String data) {

        /** Its name without the reverse domain and the version: {@code TitleAwarded}. */
        public String name() {
            String[] parts = type.split("\\.");
            return parts.length < 2 ? type : parts[parts.length - 2];
        }

        /** A value of its data as text, empty when it has none of this name. */
        public String field(String name) {
            try {
                return JSON.readTree(data).path(name).asText();
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(id + " of " + type + " is no JSON", e);
            }
        }
    }

    /** Reads what has come since the last call, waiting a moment for more when there is nothing. */
    public List<Event> poll() {
        List<Event> fresh = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
            Event event = event(record);
            if (seen.add(event.id())) {
                fresh.add(event);
            } else {
                redelivered++;
            }
        }
        events.addAll(fresh);
        return fresh;
    }

    /**
     * Reads until the events of the keys are as many of each name as expected, or the patience ends.
     *
     * @return the events of these keys, in order
     */
    public List<Event> readUntil(Set<String> keys, Map<String, Integer> expected, Patience patience) {
        long deadline = System.nanoTime() + patience.limit().toNanos();
        do {
            poll();
        } while (!tally(of(keys)).equals(expected) && System.nanoTime() < deadline);
        return of(keys);
    }

    /** Events of these keys so far: by time, and in the order of the topic within a key. */
    public List<Event> of(Collection<String> keys) {
        return events.stream()
                .filter(e -> keys.contains(e.key()))
                .sorted(Comparator.comparing(Event::time)
                        .thenComparing(Event::topic)
                        .thenComparing(Event::offset))
                .toList();
    }

    /** How many records came under an id that had come before (at least once on the wire). */
    public int redelivered() {
        return redelivered;
    }

    /** Counts events by name. */
    public static Map<String, Integer> tally(List<Event> events) {
        return events.stream().collect(Collectors.toMap(Event::name, e -> 1, Integer::sum, TreeMap::new));
    }

    private static Event event(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        String key = record.key() == null ? "" : record.key();
        String place = record.topic() + "/" + record.partition() + "/" + record.offset();
        return new Event(
                record.topic(),
                record.partition(),
                record.offset(),
                key,
                headers.getOrDefault("ce_id", place),
                headers.getOrDefault("ce_type", "?"),
                headers.containsKey("ce_time")
                        ? Instant.parse(headers.get("ce_time"))
                        : Instant.ofEpochMilli(record.timestamp()),
                record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
