package fr.parchemin.localstack.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How far an import is.
 *
 * @param view as the service shows it
 */
public record ImportState(JsonNode view) {

    /** What is counted, in the order of a table. */
    static final List<String> COUNTS =
            List.of("read", "created", "updated", "unchanged", "closed", "missing", "rejected");

    public String id() {
        return view.path("id").asText();
    }

    public boolean isDone() {
        return view.path("state").asText().equals("DONE");
    }

    public boolean hasEnded() {
        return view.hasNonNull("endedAt");
    }

    /** One of the counts, such as {@code created}. */
    public int count(String name) {
        return view.path("counts").path(name).asInt();
    }

    /** From its start to its end by the clock of the service; zero before that. */
    public Duration length() {
        return hasEnded() && view.hasNonNull("startedAt")
                ? Duration.between(
                        Instant.parse(view.path("startedAt").asText()),
                        Instant.parse(view.path("endedAt").asText()))
                : Duration.ZERO;
    }

    /** Title and detail of what went wrong. */
    public String problem() {
        return ImportClient.problem(
                view.path("problem"), "The import ended " + view.path("state").asText());
    }

    /** Records read so far. */
    int read() {
        return view.path("progress").path("read").asInt();
    }

    /** The part of the file that was read, 0 to 1. */
    double share() {
        long total = view.path("progress").path("bytesTotal").asLong();
        return total == 0
                ? 0
                : Math.min(1, view.path("progress").path("bytesRead").asDouble() / total);
    }
}
