package fr.parchemin.session.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Parameters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtraTimeRuleTest {

    private static final ExtraTimeRule RULE = new ExtraTimeRule();
    private static final Parameters DEFAULTS = Parameters.defaults(RULE.sheet());

    @ParameterizedTest
    @CsvSource({
        ",, , true",
        ", false, , true",
        ", true, 33, true",
        "50,, 50, true",
        "50, true, 50, true",
        "50, false, 50, false",
    })
    void aThirdMoreWhereNothingElseIsSaid(
            @Nullable Integer percent, @Nullable Boolean granted, @Nullable Integer expected, boolean kept) {
        ExtraTimeRule.Grant grant = new ExtraTimeRule.Grant(percent, granted);
        assertThat(ExtraTimeRule.percent(grant, DEFAULTS)).isEqualTo(expected);
        assertThat(RULE.check(grant, DEFAULTS).isEmpty()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"1.3333, 33", "1.5, 50", "1.25, 25", "2, 100"})
    void theRatioIsAParameter(String ratio, int percent) {
        assertThat(ExtraTimeRule.percent(
                        new ExtraTimeRule.Grant(null, true), DEFAULTS.with("adaptation.extra-time-ratio", ratio)))
                .isEqualTo(percent);
    }
}
