package fr.parchemin.gateway.codelist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.parchemin.gateway.contract.ApiContract;
import fr.parchemin.kit.problem.ProblemTypes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lists. Their codes come from the contract, and thereby from the enums of the services; {@code code-lists.yaml} has the
 * French words. A code without a word, or a word without a code, is a fault of the build. Made when first asked for.
 */
@Singleton
public final class CodeLists {

    private static final String PROBLEM_TYPES = "problem-types";
    private static final String REF = "$ref";

    private final ApiContract contract;
    private @Nullable Map<String, CodeListView> loaded;

    CodeLists(ApiContract contract) {
        this.contract = contract;
    }

    /** The lists by name, in an order to read them in. */
    synchronized Map<String, CodeListView> all() {
        if (loaded == null) {
            loaded = read(contract.json());
        }
        return loaded;
    }

    /**
     * Makes the lists.
     *
     * @param contract the description of the whole API, as JSON
     * @throws IllegalStateException when codes and words do not match
     */
    static Map<String, CodeListView> read(byte[] contract) {
        try (InputStream words =
                Objects.requireNonNull(CodeLists.class.getResourceAsStream("/code-lists.yaml"), "code-lists.yaml")) {
            JsonNode document = new ObjectMapper().readTree(contract);
            Map<String, CodeListView> lists = new LinkedHashMap<>();
            new YAMLMapper()
                    .readValue(words, new TypeReference<LinkedHashMap<String, Words>>() {})
                    .forEach((name, list) -> lists.put(name, list(name, list, document)));
            return Collections.unmodifiableMap(lists);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CodeListView list(String name, Words words, JsonNode document) {
        Map<String, CodeView.Kind> problems = name.equals(PROBLEM_TYPES) ? problemsIn(document) : Map.of();
        Set<String> codes =
                new LinkedHashSet<>(problems.isEmpty() ? codesOf(name, words.fields(), document) : problems.keySet());
        if (!codes.equals(words.labels().keySet())) {
            throw new IllegalStateException("%s has the codes %s and words for %s"
                    .formatted(name, codes, words.labels().keySet()));
        }
        List<CodeView> items = codes.stream()
                .map(code ->
                        new CodeView(code, Objects.requireNonNull(words.labels().get(code), code), problems.get(code)))
                .toList();
        return new CodeListView(name, words.title(), words.fields(), items);
    }

    /** The codes of an enum. Two services that speak of the same thing have each their own, with the same codes. */
    private static List<String> codesOf(String name, List<String> fields, JsonNode document) {
        List<List<String>> variants =
                fields.stream().map(field -> enumOf(field, document)).distinct().toList();
        if (variants.size() != 1 || variants.getFirst().isEmpty()) {
            throw new IllegalStateException("%s: %s have the codes %s".formatted(name, fields, variants));
        }
        return variants.getFirst();
    }

    /** What a property may be, or each item of it when it is an array. */
    private static List<String> enumOf(String field, JsonNode document) {
        String[] names = field.split("\\.", 2);
        JsonNode property = document.at("/components/schemas/" + names[0] + "/properties/" + names[1]);
        JsonNode schema = resolve(property.has("items") ? property.get("items") : property, document);
        List<String> codes = new ArrayList<>();
        schema.path("enum").forEach(code -> codes.add(code.asText()));
        return codes;
    }

    private static JsonNode resolve(JsonNode schema, JsonNode document) {
        return schema.has(REF) ? document.at(schema.get(REF).asText().substring(1)) : schema;
    }

    private static Map<String, CodeView.Kind> problemsIn(JsonNode document) {
        Map<String, CodeView.Kind> problems = new LinkedHashMap<>();
        try {
            for (JsonNode node : document.path(ProblemTypes.EXTENSION)) {
                CodeView.Kind problem = new ObjectMapper().treeToValue(node, CodeView.Kind.class);
                problems.put(problem.type().substring(problem.type().lastIndexOf('/') + 1), problem);
            }
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        return problems;
    }

    /**
     * The French of one list.
     *
     * @param title what it lists
     * @param fields where the codes stand in the contract: schema and property
     * @param labels a word for each code
     */
    private record Words(String title, List<String> fields, Map<String, String> labels) {}
}
