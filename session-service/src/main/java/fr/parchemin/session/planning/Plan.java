package fr.parchemin.session.planning;

import java.util.List;
import java.util.UUID;

/**
 * Passages with time and place, none of which is in the way of another, and those for which no place was found.
 *
 * @param score as the solver writes it: hard, unplaced, soft
 */
public record Plan(List<Task.Placed> placed, List<Missing> missing, String score) {

    public Plan {
        placed = List.copyOf(placed);
        missing = List.copyOf(missing);
    }

    /** A passage without a place. */
    public record Missing(UUID enrolmentId, String eventCode) {}

    public boolean complete() {
        return missing.isEmpty();
    }
}
