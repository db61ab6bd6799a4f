package fr.parchemin.session.draw;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.certification.AssessmentPlan;
import fr.parchemin.session.examsession.KitSituation;
import fr.parchemin.session.rules.Rules;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** R80. */
class SituationsFromPlanRuleTest {

    static Stream<Arguments> draws() {
        List<KitSituation> presenceOnly = List.of(Events.AP1, Events.AP2);
        return Stream.of(
                Arguments.of(Events.event(2, "ACTIVE_PRESENCE", "REGULATION"), Events.POOL, 0),
                Arguments.of(Events.event(1, "ACTIVE_PRESENCE"), presenceOnly, 0),
                Arguments.of(Events.event(1, "REGULATION"), presenceOnly, 1),
                Arguments.of(Events.event(2, "ACTIVE_PRESENCE", "REGULATION"), presenceOnly, 1),
                Arguments.of(Events.event(2, "ACTIVE_PRESENCE", "REGULATION"), List.of(), 2),
                Arguments.of(Events.event(3, "ACTIVE_PRESENCE"), presenceOnly, 1),
                Arguments.of(Events.event(2), presenceOnly, 0),
                Arguments.of(Events.event(0), Events.POOL, 1),
                Arguments.of(null, Events.POOL, 1));
    }

    @ParameterizedTest
    @MethodSource("draws")
    void numberAndTypesComeFromThePlan(AssessmentPlan.@Nullable Event event, List<KitSituation> pool, int faults) {
        assertThat(Rules.faults(new SituationsFromPlanRule(), Events.facts(event, pool, 0, null)))
                .isEqualTo(faults);
    }
}
