package fr.parchemin.kit.test;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The contract of events: {@code contracts/events/<Name>.v<n>.schema.json} (JSON Schema 2020-12), each with at least one
 * sample {@code contracts/events/samples/<Name>.v<n>[.<m>].json}.
 */
public final class EventContract {

    private static final String BASE = "https://parchemin.fr/events/";
    private static final String SUFFIX = ".schema.json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Contracts.folder().resolve("events");
    private static final Set<String> ENVELOPE = Set.of(
            "ce_specversion", "ce_id", "ce_source", "ce_type", "ce_subject", "ce_time", "ce_sequence", "ce_dataschema");
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build())
                    .schemaIdResolvers(ids -> ids.mapPrefix(BASE, FOLDER.toUri().toString())));
    private static final Map<String, Schema> LOADED = new ConcurrentHashMap<>();

    private EventContract() {}

    /** Fails unless every event has a complete envelope and data that its schema allows. */
    public static void requireValid(Collection<KafkaProbe.Event> events) {
        events.forEach(EventContract::requireValid);
    }

    /** Fails unless the event has a complete envelope and data that its schema allows. */
    public static void requireValid(KafkaProbe.Event event) {
        Set<String> missing = new TreeSet<>(ENVELOPE);
        missing.removeAll(event.headers().keySet());
        if (!missing.isEmpty()) {
            fail(event.name() + " " + event.id() + " lacks " + missing);
        }
        String type = event.headers().getOrDefault("ce_type", "");
        if (event.data().isNull()) {
            return;
        }
        String name = type.replaceFirst("^fr\\.parchemin\\.", "");
        List<String> faults = faults(name, event.data());
        if (!faults.isEmpty()) {
            fail(name + " breaks its schema: " + faults + "\n" + event.data().toPrettyString());
        }
    }

    /**
     * What the schema says against the data.
     *
     * @param name name and version, {@code SessionDeclared.v1}
     */
    public static List<String> faults(String name, JsonNode data) {
        return schema(name).validate(data).stream().map(Object::toString).toList();
    }

    /** Names and versions of all schemas. */
    public static Set<String> schemas() {
        return names(FOLDER, SUFFIX);
    }

    /** The sample files of a schema. */
    public static List<Path> samples(String name) {
        Path folder = FOLDER.resolve("samples");
        return names(folder, ".json").stream()
                .filter(file -> file.equals(name) || file.matches(Pattern.quote(name) + "\\.\\d+"))
                .map(file -> folder.resolve(file + ".json"))
                .toList();
    }

    /** Every sample file, whether or not a schema goes with it. */
    public static Set<String> sampleNames() {
        return names(FOLDER.resolve("samples"), ".json");
    }

    /** What is in a file. */
    public static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static Schema schema(String name) {
        return LOADED.computeIfAbsent(name, n -> {
            Path file = FOLDER.resolve(n + SUFFIX);
            if (!Files.exists(file)) {
                throw new AssertionError("no schema " + file);
            }
            return SCHEMAS.getSchema(SchemaLocation.of(BASE + n + SUFFIX), read(file));
        });
    }

    private static Set<String> names(Path folder, String suffix) {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names = new TreeSet<>();
            files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(suffix))
                    .forEach(f -> names.add(f.substring(0, f.length() - suffix.length())));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
