package fr.parchemin.referentiel.publication;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An assessment plan as the other services see it.
 *
 * @param version revision of the plan; a session keeps the one it was declared with
 */
public record PublishedPlan(
        int version,
        List<Target> targets,
        List<DocumentCheck> documentChecks,
        List<SituationType> situationTypes,
        List<Complement> complements) {

    /** What a candidate may sit: {@code TITLE}, a block code or the code of a complement. */
    public record Target(String target, int totalMinutes, List<Event> events) {}

    /** An event with the codes of the competences that it assesses. */
    public record Event(
            String code,
            String kind,
            String label,
            int minutes,
            List<String> after,
            @Nullable Draw draw,
            List<String> competences) {}

    /** How many situations a candidate draws, and of which types. */
    public record Draw(int count, List<String> types) {}

    /** A competence that a document proves. */
    public record DocumentCheck(String competence, String document) {}

    /** A complementary certificate. */
    public record Complement(String code, String label, List<Competence> competences) {}

    /** One of its competences. */
    public record Competence(String code, String label) {}

    /** A type of situation that events draw from. */
    public record SituationType(String code, String label) {}
}
