package fr.parchemin.results.certification;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The assessment plan of one certification, as far as results need it: who is assessed by which events on what. */
public record Plan(List<Target> targets, List<DocumentCheck> documentChecks, List<Block> complements) {

    /** @param complements complementary certificates of the title (CCS) */
    public Plan {
        // Plans that were told before there were any name none.
        complements = Objects.requireNonNullElse(complements, List.of());
    }

    /** Name of the target that is the whole title. */
    public static final String TITLE = "TITLE";

    /** The events for the whole title ({@link #TITLE}) or for one block (its code). */
    public record Target(String target, List<Event> events) {}

    /** One part of the examination. */
    public record Event(String code, Kind kind, String label, int minutes, List<String> competences) {}

    /** A competence that is shown by a document and never observed (R85). */
    public record DocumentCheck(String competence, String document) {}

    /** How an event assesses. */
    public enum Kind {
        PROFESSIONAL_SIMULATION,
        TECHNICAL_INTERVIEW,
        PRODUCTION_REVIEW,
        FINAL_INTERVIEW
    }

    /** The events of a target, empty when the plan has no such target. */
    public List<Event> eventsOf(String target) {
        return targets.stream()
                .filter(t -> t.target().equals(target))
                .findFirst()
                .map(Target::events)
                .orElse(List.of());
    }

    /** The final interview of the title, when the plan has one. */
    public Optional<Event> finalInterview() {
        return eventsOf(TITLE).stream()
                .filter(e -> e.kind() == Kind.FINAL_INTERVIEW)
                .findFirst();
    }

    /** The document that shows a competence, when it is one of those. */
    public Optional<String> documentFor(String competence) {
        return documentChecks.stream()
                .filter(c -> c.competence().equals(competence))
                .map(DocumentCheck::document)
                .findFirst();
    }
}
