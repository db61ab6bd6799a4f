package fr.parchemin.session;

import fr.parchemin.session.certification.AssessmentPlan;
import fr.parchemin.session.certification.Certification;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Certifications for the tests of rules. */
public final class Titles {

    /** Last day of validity of RNCP37722. */
    public static final LocalDate END = LocalDate.of(2028, 7, 2);

    private Titles() {}

    /** RNCP37722 with its routes and blocks and a small plan. */
    public static Certification valid() {
        return ending(END, null, List.of());
    }

    /** The same with another end. */
    public static Certification ending(
            @Nullable LocalDate end, @Nullable LocalDate lastDelivery, List<String> successors) {
        return new Certification(
                "RNCP37722",
                "Agent de médiation, information, services",
                end,
                lastDelivery,
                successors,
                List.of(
                        new Certification.RouteAccess("INITIAL", false),
                        new Certification.RouteAccess("APPRENTICESHIP", true),
                        new Certification.RouteAccess("CONTINUING", true),
                        new Certification.RouteAccess("PROFESSIONALISATION", true),
                        new Certification.RouteAccess("INDIVIDUAL", false),
                        new Certification.RouteAccess("EXPERIENCE", true)),
                List.of(),
                new AssessmentPlan(
                        1,
                        List.of(new AssessmentPlan.Target("TITLE", 110, List.of())),
                        List.of(new AssessmentPlan.DocumentCheck("RNCP37722BC02-C3", "SST")),
                        List.of(),
                        List.of()));
    }
}
