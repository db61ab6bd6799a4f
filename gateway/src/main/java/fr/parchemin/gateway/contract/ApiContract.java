package fr.parchemin.gateway.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.parchemin.kit.web.ContractYaml;
import fr.parchemin.kit.web.EntityTags;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The description of the whole API, merged from the contracts that were built in. Made when first asked for. */
@Singleton
public final class ApiContract {

    /** Files under {@code contracts/}, in the order in which people read the API. */
    private static final List<String> SERVICES = List.of("referentiel", "session", "results", "gateway");

    private static final String DESCRIPTION = """
            Parchemin carries a candidate from the *référentiel* (what is certified) through the exam session \
            (how it is tested) to the result (what is awarded, and who is told).

            Every request goes through this one address. Errors are problem details (RFC 9457) with a `traceId` to \
            quote. Lists are paged by an opaque `cursor`. Reads carry an `ETag`; writes on an existing thing ask for it \
            back in `If-Match`. A `POST` that creates accepts an `Idempotency-Key`.""";

    private final String version;
    private @Nullable Loaded loaded;

    ApiContract(@ConfigProperty(name = "quarkus.application.version") String version) {
        this.version = version;
    }

    /** The document as JSON. */
    public byte[] json() {
        return load().json;
    }

    /** The document as YAML. */
    public byte[] yaml() {
        return load().yaml;
    }

    /** Changes whenever the document does. */
    public String tag() {
        return load().tag;
    }

    /** Every operation of the API, in the order of the document. */
    public List<Operation> operations() {
        return load().operations;
    }

    /** The contracts inside: service name and a tag that changes whenever its contract does. */
    public Map<String, String> parts() {
        return load().parts;
    }

    private synchronized Loaded load() {
        if (loaded == null) {
            loaded = read();
        }
        return loaded;
    }

    private Loaded read() {
        YAMLMapper yaml = ContractYaml.mapper();
        Map<String, ObjectNode> contracts = new LinkedHashMap<>();
        Map<String, String> tags = new LinkedHashMap<>();
        for (String service : SERVICES) {
            ObjectNode contract = contractOf(service, yaml);
            if (contract != null) {
                contracts.put(service, contract);
                tags.put(service, EntityTags.of(contract));
            }
        }
        ObjectNode document = ContractMerge.merge(head(), scheme(), contracts);
        try {
            return new Loaded(
                    new ObjectMapper().writeValueAsBytes(document),
                    yaml.writeValueAsBytes(document),
                    EntityTags.of(document),
                    operationsOf(document),
                    tags);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable ObjectNode contractOf(String service, YAMLMapper yaml) {
        String file = service.equals("gateway") ? "gateway" : service + "-service";
        try (InputStream in = ApiContract.class.getResourceAsStream("/contracts/" + file + ".yaml")) {
            return in == null ? null : yaml.readValue(in, ObjectNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode head() {
        ObjectNode head = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.0");
        head.putObject("info")
                .put("title", "Parchemin")
                .put("version", version)
                .put("summary", "From the référentiel through the exam session to the award")
                .put("description", DESCRIPTION)
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        // Relative to the address this document was read from, whatever name the gateway goes by.
        head.putArray("servers").addObject().put("url", "/").put("description", "The gateway");
        return head;
    }

    private static ObjectNode scheme() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT")
                .put(
                        "description",
                        "Access token of the OpenID provider (OAuth 2 client credentials, `POST /oauth/token` on one"
                                + " machine). The names after the scheme are the roles of which one is needed.");
    }

    private static List<Operation> operationsOf(ObjectNode document) {
        List<Operation> operations = new ArrayList<>();
        document.path("paths").properties().forEach(path -> ContractMerge.operationsOf(path.getValue())
                .forEach((method, operation) -> {
                    Set<String> roles = new TreeSet<>();
                    operation.path("security").forEach(r -> r.path(ContractMerge.SCHEME)
                            .forEach(role -> roles.add(role.asText())));
                    operations.add(new Operation(
                            operation.path("operationId").asText(),
                            method.toUpperCase(Locale.ROOT),
                            path.getKey(),
                            operation.path("security").isEmpty(),
                            roles));
                }));
        return List.copyOf(operations);
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Loaded(
            byte[] json, byte[] yaml, String tag, List<Operation> operations, Map<String, String> parts) {}
}
