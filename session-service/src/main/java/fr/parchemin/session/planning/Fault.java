package fr.parchemin.session.planning;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why passages cannot stay as they are.
 *
 * @param rule number of the rule of the regulation, null for a plain impossibility
 * @param message what is wrong, for whom, and what would make it right
 * @param about the passages
 */
public record Fault(@Nullable String rule, String message, List<About> about) {

    public Fault {
        about = List.copyOf(about);
    }

    /** A passage. */
    public record About(UUID enrolmentId, String eventCode) {

        static About of(Task.Placed p) {
            return new About(p.enrolmentId(), p.eventCode());
        }
    }

    boolean concerns(Task.Placed p) {
        return about.contains(About.of(p));
    }
}
