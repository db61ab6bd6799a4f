package fr.parchemin.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;

/** An answer of the API other than success, with its problem details (RFC 9457). */
public final class ApiException extends JourneyException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient JsonNode problem;

    ApiException(String method, String path, int status, JsonNode problem) {
        super("%s %s answered %d: %s".formatted(method, path, status, describe(problem)));
        this.status = status;
        this.problem = problem;
    }

    /** HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** The body of the answer. */
    public JsonNode problem() {
        return problem;
    }

    /** Last part of the problem's type, for example {@code rule-broken}. */
    public String slug() {
        String type = problem.path("type").asText();
        return type.substring(type.lastIndexOf('/') + 1);
    }

    private static String describe(JsonNode problem) {
        List<String> parts = new ArrayList<>();
        if (problem.hasNonNull("title")) {
            parts.add(problem.path("title").asText());
        }
        if (problem.hasNonNull("detail")) {
            parts.add(problem.path("detail").asText());
        }
        for (JsonNode violation : problem.path("violations")) {
            String where = violation.hasNonNull("rule")
                    ? violation.path("rule").asText()
                    : violation.path("field").asText();
            parts.add(where + " " + violation.path("message").asText());
        }
        return parts.isEmpty() ? problem.toString() : String.join(" / ", parts);
    }
}
