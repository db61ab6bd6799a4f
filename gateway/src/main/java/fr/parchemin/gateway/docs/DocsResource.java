package fr.parchemin.gateway.docs;

import fr.parchemin.kit.web.AnyQuery;
import fr.parchemin.kit.web.EntityTags;
import fr.parchemin.kit.web.IfNoneMatch;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The readable page of the API: three files of ours, nothing from elsewhere, drawn from {@code /openapi}. */
@Path("/")
@PermitAll
public final class DocsResource {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final String page = read("docs.html");
    private final String style = read("docs.css");
    private final String script = read("docs.js");

    @GET
    @AnyQuery
    @Operation(hidden = true)
    public Response entrance() {
        return Response.seeOther(URI.create("/docs")).build();
    }

    @GET
    @Path("docs")
    @AnyQuery
    @Operation(hidden = true)
    public Response page(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable IfNoneMatch ifNoneMatch) {
        return respond(ifNoneMatch, page, MediaType.TEXT_HTML);
    }

    @GET
    @Path("docs.css")
    @Operation(hidden = true)
    public Response style(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable IfNoneMatch ifNoneMatch) {
        return respond(ifNoneMatch, style, "text/css");
    }

    @GET
    @Path("docs.js")
    @Operation(hidden = true)
    public Response script(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable IfNoneMatch ifNoneMatch) {
        return respond(ifNoneMatch, script, "text/javascript");
    }

    private static Response respond(@Nullable IfNoneMatch ifNoneMatch, String text, String type) {
        return Response.fromResponse(IfNoneMatch.respond(ifNoneMatch, EntityTags.of(text), () -> text))
                .type(type + ";charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private static String read(String file) {
        try (InputStream in = Objects.requireNonNull(DocsResource.class.getResourceAsStream("/docs/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
