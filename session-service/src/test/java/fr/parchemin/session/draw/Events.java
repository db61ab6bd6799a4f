package fr.parchemin.session.draw;

import fr.parchemin.session.certification.AssessmentPlan;
import fr.parchemin.session.examsession.KitSituation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events and situations for the tests of draws. */
final class Events {

    static final KitSituation AP1 = new KitSituation("AP1", "ACTIVE_PRESENCE", "Gare");
    static final KitSituation AP2 = new KitSituation("AP2", "ACTIVE_PRESENCE", "Résidence");
    static final KitSituation RG1 = new KitSituation("RG1", "REGULATION", "Voisins");
    static final KitSituation RG2 = new KitSituation("RG2", "REGULATION", "Bus");
    static final List<KitSituation> POOL = List.of(AP1, AP2, RG1, RG2);

    private Events() {}

    static AssessmentPlan.Event event(int count, String... types) {
        return new AssessmentPlan.Event(
                "MSP",
                "PROFESSIONAL_SIMULATION",
                "Mise en situation",
                30,
                List.of(),
                count == 0 ? null : new AssessmentPlan.Draw(count, List.of(types)),
                List.of());
    }

    static DrawFacts facts(
            AssessmentPlan.@Nullable Event event, List<KitSituation> pool, int earlier, @Nullable String reason) {
        return new DrawFacts("TITLE", "MSP", event, pool, earlier, reason);
    }
}
