package fr.parchemin.session;

import static fr.parchemin.session.World.CENTRE;
import static fr.parchemin.session.World.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.kit.test.ParcheminTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One person recorded twice is shown, and nothing of what another organisation has. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class LikelyDuplicateTest {

    @ParameterizedTest(name = "{0} {1} is {2} {3}")
    @CsvSource({
        "Lefèvre, Hélène, LEFEVRE, Helene",
        "de La Tour d'Auvergne, Zoé, Latour d’Auvergne, ZOE",
        "Le Goff-Martin, Jean-Pierre, LE GOFF MARTIN, Jean Pierre",
        "Mohammed, Sophie, Mohamed, Sofie",
        "Œuvrard, Cyrille, Oeuvrard, Cirille",
        "Müller, Noël, Muller, Noel",
    })
    void twoSpellings(String birth, String first, String otherBirth, String otherFirst) {
        String day = "1981-01-%02d".formatted(1 + Math.floorMod(birth.hashCode(), 27));
        String one = record(CENTRE, birth, first, day).path("id").asText();
        JsonNode two = record(CENTRE, otherBirth, otherFirst, day);
        assertThat(two.path("likelyDuplicates").path("items").findValuesAsText("candidateId"))
                .containsExactly(one);
        JsonNode item = World.get(CENTRE, "/v1/candidates/" + one + "/likely-duplicates")
                .path("items")
                .path(0);
        assertThat(item.path("candidateId").asText()).isEqualTo(two.path("id").asText());
        assertThat(item.path("likeness").path("different")).isEmpty();
    }

    @Test
    void ofAnotherOrganisationOnlyThatThereIsOne() {
        String name = World.letters(UUID.randomUUID().toString());
        record(World.PLATFORM, name, "Alpha", "1977-05-05");
        JsonNode mine = record(World.OTHER_PLATFORM, name, "Alpha", "1977-05-05");
        assertThat(mine.path("likelyDuplicates")).isEqualTo(World.read("{\"items\": [], \"elsewhere\": true}"));
        String path = "/v1/candidates/" + mine.path("id").asText() + "/likely-duplicates";
        assertThat(World.get(World.OTHER_PLATFORM, path)).isEqualTo(mine.path("likelyDuplicates"));
        World.body(World.as(World.PLATFORM).get(path), 404);
        assertThat(World.get(World.AUTHORITY, path).path("items")).hasSize(1);
    }

    @Test
    void somebodyElse() {
        String name = World.letters(UUID.randomUUID().toString());
        record(CENTRE, name, "Alpha", "1977-05-06");
        assertThat(record(CENTRE, name, "Beta", "1977-05-06").path("likelyDuplicates"))
                .isEqualTo(World.read("{\"items\": [], \"elsewhere\": false}"));
    }

    private static JsonNode record(String client, String birthName, String firstName, String bornOn) {
        Map<String, Object> person = World.person("REF-" + UUID.randomUUID());
        person.putAll(json("birthName", birthName, "firstNames", List.of(firstName), "bornOn", bornOn));
        return World.post(client, "/v1/candidates", person);
    }
}
