package fr.parchemin.session.certification;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a certification is assessed, in one version.
 *
 * @param targets what a candidate may sit
 * @param documentChecks competences that a document proves
 * @param situationTypes types of situations that events draw from
 * @param complements complementary certificates of the title (R4)
 */
public record AssessmentPlan(
        int version,
        List<Target> targets,
        List<DocumentCheck> documentChecks,
        List<SituationType> situationTypes,
        List<Complement> complements) {

    public AssessmentPlan {
        // Plans that were told before there were any name none.
        complements = Objects.requireNonNullElse(complements, List.of());
    }

    /** Target of the whole title. */
    public static final String TITLE = "TITLE";

    /** {@code TITLE}, a block code or the code of a complement, with its events. */
    public record Target(String target, int totalMinutes, List<Event> events) {}

    /** One part of the examination. */
    public record Event(
            String code,
            String kind,
            String label,
            int minutes,
            List<String> after,
            @Nullable Draw draw,
            List<String> competences) {}

    /** How many situations the candidate draws; one of each type when as many types are named. */
    public record Draw(int count, List<String> types) {}

    /** A competence that only a document validates. */
    public record DocumentCheck(String competence, String document) {}

    /** A complementary certificate (CCS). */
    public record Complement(String code, String label) {}

    /** A type of situations. */
    public record SituationType(String code, String label) {}

    public Optional<Target> target(String name) {
        return targets.stream().filter(t -> t.target().equals(name)).findFirst();
    }

    /** The complementary certificate with this code. */
    public Optional<Complement> complement(String code) {
        return complements.stream().filter(c -> c.code().equals(code)).findFirst();
    }

    /** Whether a document of this kind proves a competence of the target. */
    public boolean asksFor(String document, String target) {
        return documentChecks.stream()
                .filter(c -> c.document().equals(document))
                .anyMatch(c -> target.equals(TITLE) || c.competence().startsWith(target));
    }
}
