package fr.parchemin.results.certification;

import fr.parchemin.results.cohort.SourceFigure;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The snapshot of a certification as the référentiel tells it, as far as results need it. */
record CertificationEvent(
        String number,
        String title,
        @Nullable String type,
        @Nullable LocalDate registrationEndsOn,
        @Nullable LocalDate lastDeliveryOn,
        List<Block> blocks,
        @Nullable List<String> predecessors,
        @Nullable List<String> successors,
        @Nullable List<CertificationSheet.Row> correspondences,
        @Nullable VersionedPlan plan,
        @Nullable List<SourceFigure> statistics) {

    record VersionedPlan(
            int version,
            List<Plan.Target> targets,
            List<Plan.DocumentCheck> documentChecks,
            @Nullable List<Block> complements) {}

    /** This title and those that its rows of correspondence name. */
    Set<String> linked() {
        Set<String> numbers = new TreeSet<>(Set.of(number));
        if (correspondences != null) {
            correspondences.stream()
                    .map(CertificationSheet.Row::otherNumber)
                    .filter(Objects::nonNull)
                    .forEach(numbers::add);
        }
        return numbers;
    }

    /** Titres professionnels, and whatever can be examined here: nothing else ever counts for anybody. */
    boolean concernsCandidates() {
        return plan != null || type == null || type.equals("TP");
    }
}
