package fr.parchemin.results.proof;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;

/** The JSON-LD contexts that credentials here are written in, from files: nothing is ever fetched. */
public final class Contexts implements DocumentLoader {

    public static final String CREDENTIALS = "https://www.w3.org/ns/credentials/v2";
    public static final String OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

    static final Contexts FILES = new Contexts();

    private final Map<String, Document> known =
            Map.of(CREDENTIALS, read("credentials-v2.jsonld"), OPEN_BADGES, read("open-badges-3.0.3.jsonld"));

    private Contexts() {}

    boolean has(String address) {
        return known.containsKey(address);
    }

    @Override
    public Document loadDocument(URI url, DocumentLoaderOptions options) throws JsonLdError {
        Document document = known.get(url.toString());
        if (document == null) {
            throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "no file for " + url);
        }
        return document;
    }

    private static Document read(String name) {
        try (InputStream in = Contexts.class.getResourceAsStream("/contexts/" + name)) {
            if (in == null) {
                throw new IllegalStateException("contexts/" + name + " is missing");
            }
            return JsonDocument.of(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonLdError e) {
            throw new IllegalStateException("contexts/" + name + " cannot be read", e);
        }
    }
}
