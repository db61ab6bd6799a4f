package fr.parchemin.session.printing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the documents of a session say, in French and ready to be set. */
public final class Printed {

    private Printed() {}

    /**
     * What every document of a session begins with.
     *
     * @param title of the certification
     * @param object session titre, or the block
     * @param ceresNumber null while none is known: the document is a draft (R64)
     * @param days "lundi 8 mars 2027" or "du … au …"
     * @param editedOn day at the site
     */
    public record Head(
            String title,
            String number,
            String object,
            @Nullable String ceresNumber,
            String centre,
            String site,
            String addressLine,
            String town,
            String days,
            String manager,
            String editedOn) {}

    /**
     * An event as one candidate passes it; the duration has the extra time in it.
     *
     * @param when day, time and room, null while it is not planned
     * @param jury who judges it, null while it is not planned
     */
    public record Event(
            String label,
            String nature,
            String duration,
            @Nullable String when,
            @Nullable String jury) {}

    /**
     * A letter to one candidate.
     *
     * @param salutation Madame or Monsieur
     * @param arrival day and time at which the candidate must be there
     * @param bring what to bring, one thing a line
     * @param adapted whether durations have extra time in them
     */
    public record Summons(
            String salutation,
            String name,
            String born,
            String arrival,
            List<Event> events,
            List<String> bring,
            boolean adapted) {}

    /** A sheet to sign: an event on a day. */
    public record Sheet(String event, String day, List<Signer> candidates) {}

    /**
     * A candidate on a sheet.
     *
     * @param duration with the extra time, which the jury is told; never its reason
     */
    public record Signer(
            int rank,
            String name,
            String duration,
            boolean adapted,
            @Nullable String when) {}

    /** The sheet on which jurors sign each day. */
    public record JurySheet(String day, List<String> jurors) {}

    /** What one candidate passes, in order. */
    public record Course(String name, boolean adapted, List<Event> events) {}
}
