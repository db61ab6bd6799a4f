package fr.parchemin.results.proof;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.canon.RdfCanonTicker;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The one form in which what a document says is signed: RDF Dataset Canonicalization (RDFC-1.0) of its JSON-LD. Strict where
 * JSON-LD is lenient: whatever would silently be left out of the signed form (a property that no context defines, a type or
 * an id that is no address, a null) makes a document malformed, or it could be added without anybody noticing.
 */
final class Canonical {

    /** Enough for any badge; a graph that is made to be hard to canonicalise ends here. */
    private static final int MOST_STEPS = 50_000;

    private static final int DEEPEST = 40;
    private static final Pattern PROPERTY = Pattern.compile("@context|[a-z][A-Za-z0-9]*");

    private Canonical() {}

    /** SHA-256 over the canonical form. */
    static byte[] hash(ObjectNode document) throws MalformedException {
        return sha256(nquads(document).getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String nquads(ObjectNode document) throws MalformedException {
        requirePlain(document, 0);
        JsonLdOptions options = new JsonLdOptions();
        options.setDocumentLoader(Contexts.FILES);
        options.setUndefinedTermsPolicy(JsonLdOptions.ProcessingPolicy.Fail);
        try {
            JsonArray expanded = JsonLd.expand(JsonDocument.of(new StringReader(document.toString())))
                    .options(options)
                    .get();
            requireAddresses(expanded);
            RdfCanon canon = RdfCanon.create("SHA-256", new Steps());
            JsonLd.toRdf(JsonDocument.of(expanded)).options(options).provide(canon);
            StringWriter text = new StringWriter(8192);
            canon.provide(new NQuadsWriter(text));
            return text.toString();
        } catch (JsonLdError e) {
            throw new MalformedException(
                    "its JSON-LD cannot be understood, or has something that its contexts do not define", e);
        } catch (RdfConsumerException | IllegalStateException | IllegalArgumentException e) {
            throw new MalformedException("its JSON-LD is too intricate to be checked", e);
        }
    }

    private static final class Steps implements RdfCanonTicker {
        private int taken;

        @Override
        public void tick() {
            if (++taken > MOST_STEPS) {
                throw new IllegalStateException("more than " + MOST_STEPS + " steps");
            }
        }
    }

    private static void requirePlain(JsonNode node, int depth) throws MalformedException {
        if (depth > DEEPEST) {
            throw new MalformedException("it is nested too deeply");
        }
        if (node.isNull() || (node.isContainerNode() && node.isEmpty())) {
            throw new MalformedException("it has a null or an empty object or list, which no signature covers");
        }
        if (node.has("@context")) {
            requireKnown(node.path("@context"));
        }
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            // What looks like a class may stand for the property of its name, and an address for both.
            if (!PROPERTY.matcher(property.getKey()).matches()) {
                throw new MalformedException("it has a property that its contexts do not name so");
            }
        }
        for (JsonNode child : node) {
            requirePlain(child, depth + 1);
        }
    }

    /** The addresses of known contexts to the letter, and none written out: it would give words another meaning. */
    private static void requireKnown(JsonNode context) throws MalformedException {
        for (JsonNode one : context.isArray() ? context : List.of(context)) {
            if (!one.isTextual() || !Contexts.FILES.has(one.textValue())) {
                throw new MalformedException("its @context has something else than " + Contexts.CREDENTIALS + " and "
                        + Contexts.OPEN_BADGES);
            }
        }
    }

    private static void requireAddresses(JsonValue value) throws MalformedException {
        switch (value) {
            case JsonArray array -> {
                for (JsonValue item : array) {
                    requireAddresses(item);
                }
            }
            case JsonObject object -> {
                if (object.containsKey("@value") && object.get("@type") instanceof JsonString type) {
                    requireAddress(type);
                    return;
                }
                for (var entry : object.entrySet()) {
                    switch (entry.getKey()) {
                        case "@id", "@type" -> {
                            if (entry.getValue() instanceof JsonArray types) {
                                for (JsonValue type : types) {
                                    requireAddress((JsonString) type);
                                }
                            } else if (entry.getValue() instanceof JsonString id) {
                                requireAddress(id);
                            }
                        }
                        default -> requireAddresses(entry.getValue());
                    }
                }
            }
            default -> {
                // A literal, which is signed as it stands.
            }
        }
    }

    private static void requireAddress(JsonString text) throws MalformedException {
        String address = text.getString();
        // Only "@json" is a type that is no address; a blank node's label says nothing that is signed.
        if (address.equals("@json")) {
            return;
        }
        try {
            if (!address.startsWith("_:") && new URI(address).isAbsolute()) {
                return;
            }
        } catch (java.net.URISyntaxException e) {
            throw new MalformedException("it has an id or a type that is no address", e);
        }
        throw new MalformedException("it has an id or a type that is no address");
    }
}
