package fr.parchemin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages say of contracts and of the system is so. */
class DocumentationTest {

    private static final Path SCHEMAS = ContainerFiles.ROOT.resolve("contracts/events");
    private static final String EVENTS = ContainerFiles.read(ContainerFiles.ROOT.resolve("docs/events.md"));

    static List<Path> schemas() throws IOException {
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            return files.filter(f -> f.toString().endsWith(".v1.schema.json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void theEventsPageNamesEveryFieldAndEveryCause(Path schema) {
        String name = schema.getFileName().toString().replace(".v1.schema.json", "");
        JsonNode fields = Json.read(ContainerFiles.read(schema)).path("properties");
        // The three of a certification share one block of the page.
        String there = name.startsWith("Certification")
                ? section(EVENTS, "## parchemin.certifications")
                : Pattern.compile("`" + name + "`.*?(?=\\n- |\\n\\n|\\z)", Pattern.DOTALL)
                        .matcher(EVENTS)
                        .results()
                        .map(MatchResult::group)
                        .findFirst()
                        .orElse("");

        assertThat(fields.properties()).isNotEmpty();
        assertThat(fields.properties()).extracting(Map.Entry::getKey).allSatisfy(field -> assertThat(there)
                .containsPattern("\\b" + field + "\\b"));
        fields.at("/cause/enum").forEach(cause -> assertThat(section(EVENTS, "## parchemin.results"))
                .contains("`" + cause.asText() + "`"));
    }

    /** The containers have the same clients and paths, but nothing of {@code ./parchemin up}. */
    @Test
    void theTourUsesNothingThatContainersDoNotHave() {
        String tour =
                section(ContainerFiles.read(ContainerFiles.ROOT.resolve("README.md")), "## Five minutes with curl");

        assertThat(Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL)
                        .matcher(tour)
                        .results()
                        .map(block -> block.group(1)))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(block).doesNotContain("./parchemin"));
    }

    private static String section(String page, String title) {
        int begin = page.indexOf(title);
        assertThat(begin).as(title).isNotNegative();
        int end = page.indexOf("\n## ", begin + 1);
        return page.substring(begin, end < 0 ? page.length() : end);
    }
}
