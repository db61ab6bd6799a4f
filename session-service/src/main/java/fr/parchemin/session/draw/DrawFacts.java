package fr.parchemin.session.draw;

import fr.parchemin.session.certification.AssessmentPlan;
import fr.parchemin.session.examsession.KitSituation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of a draw look at.
 *
 * @param target what is examined
 * @param event the event of the plan, null when the target has none of this code
 * @param pool situations of the kit
 * @param earlier draws of this candidate for this event so far
 * @param redrawReason why another draw is made
 */
record DrawFacts(
        String target,
        String eventCode,
        AssessmentPlan.@Nullable Event event,
        List<KitSituation> pool,
        int earlier,
        @Nullable String redrawReason) {

    /** The type of each pick: one of each type that the plan names, again from the first when more are drawn. */
    List<String> types() {
        AssessmentPlan.Draw draw = event == null ? null : event.draw();
        if (draw == null) {
            return List.of();
        }
        List<String> named = draw.types();
        return java.util.stream.IntStream.range(0, draw.count())
                .mapToObj(i -> named.isEmpty() ? UniformDrawPolicy.ANY : named.get(i % named.size()))
                .toList();
    }

    /** The situations that can be drawn. */
    List<KitSituation> offered() {
        List<String> types = types();
        return pool.stream()
                .filter(s -> types.contains(UniformDrawPolicy.ANY) || types.contains(s.type()))
                .toList();
    }
}
