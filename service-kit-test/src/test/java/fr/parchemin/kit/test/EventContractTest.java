package fr.parchemin.kit.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every schema of an event says what it means and has a sample; every sample fits; what does not fit is noticed. */
class EventContractTest {

    static Stream<String> schemas() {
        return EventContract.schemas().stream();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void samplesFit(String name) {
        assertThat(EventContract.samples(name)).isNotEmpty();
        for (Path sample : EventContract.samples(name)) {
            assertThat(EventContract.faults(name, EventContract.read(sample)))
                    .as(sample.getFileName().toString())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void schemasAreClosedEnoughToNotice(String name) {
        ObjectNode nothing =
                EventContract.read(EventContract.samples(name).getFirst()).deepCopy();
        String first = nothing.fieldNames().next();
        nothing.remove(first);

        assertThat(EventContract.faults(name, nothing))
                .as(name + " without " + first)
                .isNotEmpty();
    }

    @Test
    void everySampleBelongsToASchema() {
        Set<String> orphans = new TreeSet<>(EventContract.sampleNames());
        orphans.removeIf(sample -> EventContract.schemas().contains(sample)
                || EventContract.schemas().contains(sample.replaceFirst("\\.\\d+$", "")));

        assertThat(orphans).isEmpty();
    }

    @Test
    void theAsyncApiDocumentHasEverySchemaAndSampleOnceAndNoOther() throws IOException {
        JsonNode document = new YAMLMapper()
                .readTree(Contracts.folder().resolve("asyncapi.yaml").toFile());
        Set<String> described = new TreeSet<>();
        Set<String> shown = new TreeSet<>();
        for (Map.Entry<String, JsonNode> message :
                document.at("/components/messages").properties()) {
            JsonNode said = message.getValue();
            String name = said.path("name").asText().replaceFirst("^fr\\.parchemin\\.", "");
            described.add(name);
            assertThat(name).startsWith(message.getKey() + ".v");
            assertThat(said.at("/payload/schema/$ref").asText()).isEqualTo("events/" + name + ".schema.json");
            said.path("examples").forEach(example -> {
                String sample = example.at("/payload/$ref").asText();
                assertThat(sample).startsWith("events/samples/" + name + ".");
                shown.add(sample.replaceFirst("^events/samples/", "").replaceFirst("\\.json$", ""));
            });
        }
        assertThat(described).isEqualTo(EventContract.schemas());
        assertThat(shown).isEqualTo(EventContract.sampleNames());

        List<String> carried = new ArrayList<>();
        document.path("channels").forEach(channel -> channel.path("messages")
                .forEach(message ->
                        carried.add(message.path("$ref").asText().replaceFirst("^#/components/messages/", ""))));
        assertThat(carried)
                .containsExactlyInAnyOrderElementsOf(document.at("/components/messages").properties().stream()
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Test
    void anEventThatLacksPartOfItsEnvelopeIsNoticed() {
        Assumptions.assumeFalse(EventContract.schemas().isEmpty());
        String name = EventContract.schemas().iterator().next();
        JsonNode data = EventContract.read(EventContract.samples(name).getFirst());
        Map<String, String> headers = new TreeMap<>(Map.of(
                "ce_specversion", "1.0",
                "ce_id", "1",
                "ce_source", "/parchemin/sample",
                "ce_type", "fr.parchemin." + name,
                "ce_subject", "s",
                "ce_time", "2026-11-23T10:00:00Z",
                "ce_sequence", "0000000000000000001",
                "ce_dataschema", "https://parchemin.fr/events/" + name + ".schema.json"));
        EventContract.requireValid(new KafkaProbe.Event("t", 0, 0, "k", name, Instant.EPOCH, headers, data));

        headers.remove("ce_sequence");

        assertThatThrownBy(() -> EventContract.requireValid(
                        new KafkaProbe.Event("t", 0, 0, "k", name, Instant.EPOCH, headers, data)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("ce_sequence");
    }

    @Test
    void anEventWithoutASchemaIsNoticed() {
        assertThatThrownBy(() -> EventContract.faults("Invented.v1", new ObjectMapper().createObjectNode()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no schema");
    }
}
