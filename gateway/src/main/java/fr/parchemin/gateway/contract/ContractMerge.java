package fr.parchemin.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.parchemin.kit.problem.ProblemTypes;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes one OpenAPI document of the services' own. A component that several services define alike is kept once; where
 * they differ, each keeps its own under its service's name, so the result does not depend on the order of the services.
 * Two services that claim the same path or {@code operationId}, or mean different things by one type of problem, are a
 * fault of the build.
 */
final class ContractMerge {

    /** The one way to authenticate, under this name in {@code components.securitySchemes}. */
    static final String SCHEME = "bearer";

    private static final String COMPONENTS = "components";
    private static final String SECURITY = "security";
    private static final String SECURITY_SCHEMES = "securitySchemes";
    private static final String REF_PREFIX = "#/components/";
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final Map<String, ObjectNode> contracts;

    /** Names of components that services define differently, as {@code kind/name}. */
    private final Set<String> divergent;

    private ContractMerge(Map<String, ObjectNode> contracts) {
        this.contracts = contracts;
        this.divergent = divergent();
    }

    /**
     * Merges the contracts.
     *
     * @param head what the whole says of itself: {@code openapi}, {@code info}, {@code servers}
     * @param scheme the security scheme that replaces those of the services
     * @param contracts documents by service name (such as {@code session}), in the order in which to show them
     * @throws IllegalStateException when services contradict each other
     */
    static ObjectNode merge(ObjectNode head, ObjectNode scheme, Map<String, ObjectNode> contracts) {
        return new ContractMerge(contracts).merge(head, scheme);
    }

    private ObjectNode merge(ObjectNode head, ObjectNode scheme) {
        ObjectNode whole = head.deepCopy();
        Map<String, JsonNode> tags = new LinkedHashMap<>();
        Map<String, JsonNode> paths = new LinkedHashMap<>();
        Map<String, Map<String, JsonNode>> components = new TreeMap<>();
        Map<String, JsonNode> problems = new LinkedHashMap<>();
        Map<String, String> ownerOfPath = new TreeMap<>();
        Map<String, String> ownerOfOperation = new TreeMap<>();
        contracts.forEach((service, contract) -> {
            contract.path("tags")
                    .forEach(tag -> tags.putIfAbsent(tag.path("name").asText(), tag));
            contract.path(ProblemTypes.EXTENSION).forEach(problem -> addProblem(problems, problem, service));
            contract.path("paths").properties().forEach(path -> {
                claim(ownerOfPath, path.getKey().replaceAll("\\{[^}]*}", "{}"), service, "path");
                JsonNode item = rewrite(path.getValue(), service);
                operationsOf(item).forEach((method, operation) -> {
                    claim(ownerOfOperation, operation.path("operationId").asText(), service, "operationId");
                    secure(operation, contract);
                    if (!operation.has("tags")) {
                        operation.putArray("tags").add(service);
                        tags.putIfAbsent(
                                service, JsonNodeFactory.instance.objectNode().put("name", service));
                    }
                });
                paths.put(path.getKey(), item);
            });
            contract.path(COMPONENTS).properties().forEach(kind -> {
                if (!kind.getKey().equals(SECURITY_SCHEMES)) {
                    kind.getValue().properties().forEach(component -> components
                            .computeIfAbsent(kind.getKey(), k -> new TreeMap<>())
                            .put(
                                    nameFor(service, kind.getKey(), component.getKey()),
                                    rewrite(component.getValue(), service)));
                }
            });
        });
        ArrayNode tagList = whole.putArray("tags");
        tags.values().forEach(tagList::add);
        whole.putObject("paths").setAll(paths);
        ObjectNode all = whole.putObject(COMPONENTS);
        components.forEach((kind, named) -> all.putObject(kind).setAll(named));
        all.putObject(SECURITY_SCHEMES).set(SCHEME, scheme);
        whole.putArray(ProblemTypes.EXTENSION).addAll(problems.values());
        return whole;
    }

    /** A type means one thing, whoever answers with it. */
    private static void addProblem(Map<String, JsonNode> problems, JsonNode problem, String service) {
        String type = problem.path("type").asText();
        JsonNode other = problems.putIfAbsent(type, problem);
        if (other != null && !other.equals(problem)) {
            throw new IllegalStateException("The contract of " + service + " has another problem " + type
                    + " than the contracts before it: " + problem + ", not " + other);
        }
    }

    /** The operations of a path item by method. */
    static Map<String, ObjectNode> operationsOf(JsonNode item) {
        Map<String, ObjectNode> operations = new LinkedHashMap<>();
        item.properties().forEach(field -> {
            if (METHODS.contains(field.getKey()) && field.getValue() instanceof ObjectNode operation) {
                operations.put(field.getKey(), operation);
            }
        });
        return operations;
    }

    private static void claim(Map<String, String> owners, String what, String service, String kind) {
        String other = owners.putIfAbsent(what, service);
        if (other != null) {
            throw new IllegalStateException(
                    "The contracts of " + other + " and " + service + " both have the " + kind + " " + what);
        }
    }

    /** Whatever the service calls its scheme, the caller knows one; without any requirement the operation is public. */
    private static void secure(ObjectNode operation, ObjectNode contract) {
        JsonNode requirements = operation.has(SECURITY) ? operation.get(SECURITY) : contract.path(SECURITY);
        Set<String> roles = new TreeSet<>();
        requirements.forEach(
                requirement -> requirement.forEach(scopes -> scopes.forEach(role -> roles.add(role.asText()))));
        ArrayNode security = operation.putArray(SECURITY);
        if (!requirements.isEmpty()) {
            ArrayNode needed = security.addObject().putArray(SCHEME);
            roles.forEach(needed::add);
        }
    }

    private Set<String> divergent() {
        Map<String, Set<JsonNode>> definitions = new TreeMap<>();
        Map<String, Integer> count = new TreeMap<>();
        contracts.values().forEach(contract -> contract.path(COMPONENTS)
                .properties()
                .forEach(kind -> kind.getValue().properties().forEach(component -> {
                    String key = kind.getKey() + "/" + component.getKey();
                    definitions.computeIfAbsent(key, k -> new HashSet<>()).add(component.getValue());
                    count.merge(key, 1, Integer::sum);
                })));
        Set<String> found = new LinkedHashSet<>();
        definitions.forEach((key, variants) -> {
            if (variants.size() > 1) {
                found.add(key);
            }
        });
        // Texts that are alike but point to things that differ are not alike.
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Map.Entry<String, Set<JsonNode>> definition : definitions.entrySet()) {
                if (count.getOrDefault(definition.getKey(), 0) > 1
                        && !found.contains(definition.getKey())
                        && refersTo(definition.getValue().iterator().next(), found)) {
                    found.add(definition.getKey());
                    grown = true;
                }
            }
        }
        return found;
    }

    private static boolean refersTo(JsonNode node, Set<String> keys) {
        if (node.isTextual()) {
            String text = node.asText();
            return text.startsWith(REF_PREFIX) && keys.contains(text.substring(REF_PREFIX.length()));
        }
        for (JsonNode child : node) {
            if (refersTo(child, keys)) {
                return true;
            }
        }
        return false;
    }

    private String nameFor(String service, String kind, String name) {
        if (!divergent.contains(kind + "/" + name)) {
            return name;
        }
        String own = service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1) + name;
        contracts.forEach((other, contract) -> {
            if (contract.path(COMPONENTS).path(kind).has(own)) {
                throw new IllegalStateException(
                        other + " already has a " + own + ": rename it, " + service + " needs that name");
            }
        });
        return own;
    }

    private JsonNode rewrite(JsonNode node, String service) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), rewrite(field.getValue(), service)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> copy.add(rewrite(item, service)));
            return copy;
        }
        @Nullable String reference = node.isTextual() && node.asText().startsWith(REF_PREFIX) ? node.asText() : null;
        if (reference == null) {
            return node;
        }
        String[] parts = reference.substring(REF_PREFIX.length()).split("/", 2);
        return parts.length < 2
                ? node
                : JsonNodeFactory.instance.textNode(REF_PREFIX + parts[0] + "/" + nameFor(service, parts[0], parts[1]));
    }
}
