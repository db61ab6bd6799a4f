package fr.parchemin.results.certification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The snapshot of a certification as the référentiel tells it, as far as results need it. */
record CertificationEvent(
        String number,
        String title,
        List<Block> blocks,
        @Nullable VersionedPlan plan) {

    record VersionedPlan(int version, List<Plan.Target> targets, List<Plan.DocumentCheck> documentChecks) {}
}
