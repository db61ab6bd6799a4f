package fr.parchemin.session.certification;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What sessions need to know of a certification: our copy of its published snapshot.
 *
 * @param registrationEndsOn last day of validity, null when the register names none
 * @param lastDeliveryOn last day of award where the register names one
 * @param successors certifications that replace it
 * @param routes ways to reach it and whether they are open
 * @param plan how it is assessed, null while no plan is published
 */
public record Certification(
        String number,
        String title,
        @Nullable LocalDate registrationEndsOn,
        @Nullable LocalDate lastDeliveryOn,
        List<String> successors,
        List<RouteAccess> routes,
        List<Block> blocks,
        @Nullable AssessmentPlan plan) {

    /** A way to reach the certification; the code as it was published. */
    public record RouteAccess(String route, boolean open) {}

    /** A block of competences. */
    public record Block(String code, String label, List<Competence> competences) {}

    /** A competence. */
    public record Competence(String code, String label) {}

    /** Whether the record of the title opens this way. */
    public boolean opens(AccessRoute route) {
        return routes.stream().anyMatch(r -> r.open() && r.route().equals(route.name()));
    }

    public Optional<Block> block(String code) {
        return blocks.stream().filter(b -> b.code().equals(code)).findFirst();
    }

    /** The complementary certificate with this code, where the plan lists it. */
    public Optional<AssessmentPlan.Complement> complement(String code) {
        return plan == null ? Optional.empty() : plan.complement(code);
    }

    /** Whether the validity is over on that day. */
    public boolean expiredOn(LocalDate day) {
        return registrationEndsOn != null && day.isAfter(registrationEndsOn);
    }
}
