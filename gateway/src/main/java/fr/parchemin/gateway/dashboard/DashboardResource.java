package fr.parchemin.gateway.dashboard;

import fr.parchemin.gateway.problem.GatewayProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.web.AnyQuery;
import fr.parchemin.kit.web.IfNoneMatch;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The dashboard: files of ours and one chart library, nothing from elsewhere. Anyone may load them; the figures come from
 * the API with the reader's own token, so the rights are those of the API.
 */
@Path("/dashboard")
@PermitAll
public final class DashboardResource {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri"
                    + " 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String SCRIPT = "text/javascript;charset=UTF-8";
    private static final String REVALIDATE = "no-cache";
    /** For what carries its version in its name. */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final DashboardFile page = DashboardFile.read("page.html", "text/html;charset=UTF-8", REVALIDATE);
    private final Map<String, DashboardFile> files = new LinkedHashMap<>();

    DashboardResource() {
        files.put("style.css", DashboardFile.read("style.css", "text/css;charset=UTF-8", REVALIDATE));
        files.put("seal.svg", DashboardFile.read("seal.svg", "image/svg+xml", REVALIDATE));
        for (String name : new String[] {
            "theme.js",
            "main.js",
            "api.js",
            "dom.js",
            "format.js",
            "regions.js",
            "chart.js",
            "panel.js",
            "results-views.js",
            "work-views.js"
        }) {
            files.put(name, DashboardFile.read(name, SCRIPT, REVALIDATE));
        }
        files.put("echarts-6.0.0.js", DashboardFile.read("echarts/echarts.esm.min.js", SCRIPT, FOR_EVER));
    }

    @GET
    @AnyQuery
    @Operation(hidden = true)
    public Response page(
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable IfNoneMatch ifNoneMatch,
            @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Nullable String encodings) {
        return respond(page, ifNoneMatch, encodings);
    }

    @GET
    @Path("{file}")
    @Operation(hidden = true)
    public Response file(
            @PathParam("file") String name,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable IfNoneMatch ifNoneMatch,
            @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Nullable String encodings) {
        DashboardFile file = files.get(name);
        if (file == null) {
            throw new ProblemException(GatewayProblem.NO_SUCH_OPERATION, "The dashboard has no file of this name.");
        }
        return respond(file, ifNoneMatch, encodings);
    }

    private static Response respond(DashboardFile file, @Nullable IfNoneMatch ifNoneMatch, @Nullable String encodings) {
        boolean compressed = encodings != null && encodings.contains("gzip");
        // The two forms differ in their bytes, so in their strong tags too.
        String tag = compressed ? file.tag() + "-gzip" : file.tag();
        Response.ResponseBuilder response = Response.fromResponse(
                        IfNoneMatch.respond(ifNoneMatch, tag, compressed ? file::compressed : file::plain))
                .type(file.type())
                .header(HttpHeaders.CACHE_CONTROL, file.caching())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer");
        if (compressed) {
            response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return response.build();
    }
}
