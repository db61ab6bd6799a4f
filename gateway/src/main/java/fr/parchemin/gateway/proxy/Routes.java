package fr.parchemin.gateway.proxy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which service answers for which path. A test holds this table against the contracts of the services. */
public final class Routes {

    /** What results-service shows the world at places that others fixed, or that people type. */
    private static final Set<String> OPEN_PAGES =
            Set.of("/.well-known/did.json", "/verification", "/verification/style.css");

    private Routes() {}

    /** The service for {@code path}, or null where the API has nothing. */
    public static @Nullable Part of(String path) {
        if (OPEN_PAGES.contains(path)) {
            return Part.RESULTS;
        }
        String[] segments = path.split("/", 6);
        if (segments.length < 3 || !segments[1].equals("v1")) {
            return null;
        }
        return switch (segments[2]) {
            case "certifications", "data-quality", "imports" -> Part.REFERENTIEL;
            case "centres", "approvals", "jurors", "accreditations", "sessions", "rules" -> Part.SESSION;
            case "assessments",
                    "records",
                    "results",
                    "awards",
                    "equivalences",
                    "correspondences",
                    "identity-corrections",
                    "audit",
                    "purges",
                    "legal-holds",
                    "credentials",
                    "verifications",
                    "statistics",
                    "surveys",
                    "cohorts",
                    "declarations" -> Part.RESULTS;
            case "candidates" -> isOfResults(segments) ? Part.RESULTS : Part.SESSION;
            case "exports" ->
                switch (segments.length > 3 ? segments[3] : "") {
                    case "certifications" -> Part.REFERENTIEL;
                    case "statistics", "results" -> Part.RESULTS;
                    default -> null;
                };
            default -> null;
        };
    }

    /** A platform may call its own candidate "booklet". */
    private static boolean isOfResults(String[] segments) {
        return segments.length >= 5
                && (segments[4].equals("booklet") || segments[4].equals("access-file"))
                && !segments[3].equals("by-external-ref");
    }

    /** Whether {@code path} takes files of a national feed rather than ordinary bodies. */
    public static boolean takesFiles(String path) {
        return path.equals("/v1/imports") || path.startsWith("/v1/imports/");
    }

    /** Whether {@code path} takes a file with a list of people: candidates, the receipt of a declaration, answers to a survey. */
    public static boolean takesLists(String path) {
        return path.equals("/v1/candidates/import")
                || (path.startsWith("/v1/declarations/") && path.endsWith("/receipts"))
                || (path.startsWith("/v1/surveys/") && path.endsWith("/answers/import"));
    }
}
