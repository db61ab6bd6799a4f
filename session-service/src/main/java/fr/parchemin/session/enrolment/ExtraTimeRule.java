package fr.parchemin.session.enrolment;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** R29 (RG2008): more time for a disability is authorised by the administration and told to the jury; the measure is stored, never the diagnosis. Where only that it was granted is known, it is a third more. */
final class ExtraTimeRule implements Rule<ExtraTimeRule.Grant> {

    private static final String RATIO = "adaptation.extra-time-ratio";
    private static final RuleSheet SHEET = RuleSheet.of(
            "R29",
            Certainty.OLD,
            "RG2008",
            "Adaptations for disability are authorised by the administration and told to the jury: the measure, never the diagnosis. Extra time counts in every event; a third more where nothing else is said.",
            RuleSheet.parameter(RATIO, "1.3333"));

    /**
     * What was granted.
     *
     * @param percent how much, null when that is not said
     * @param granted whether any was, null when that is not said
     */
    record Grant(@Nullable Integer percent, @Nullable Boolean granted) {}

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Grant facts, Parameters parameters) {
        return facts.percent() != null && Boolean.FALSE.equals(facts.granted())
                ? List.of("extraTimePercent says %d %% more time and extraTime says none: leave one out."
                        .formatted(facts.percent()))
                : List.of();
    }

    /** How much more time a candidate has, in percent; null for none. */
    static @Nullable Integer percent(Grant grant, Parameters parameters) {
        if (grant.percent() != null || !Boolean.TRUE.equals(grant.granted())) {
            return grant.percent();
        }
        return new BigDecimal(parameters.text(RATIO))
                .subtract(BigDecimal.ONE)
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
