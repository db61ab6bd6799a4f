package fr.parchemin.session.jury;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Mode;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** R57 (CHARTER): jurors accept the charter: neutrality, equal treatment, secrecy of deliberations. Required at the convocation, which is assumed. */
final class CharterRule implements Rule<JuryFacts> {

    private static final String REQUIRED = "jury.charter.required";
    private static final RuleSheet SHEET = RuleSheet.of(
                    "R57",
                    Certainty.PRACTICE,
                    "CHARTER",
                    "The juror accepts the charter: neutrality, objectivity, equal treatment, secrecy of deliberations, no result told to candidates, solidarity of decision.",
                    RuleSheet.parameter(REQUIRED, "true"))
            .by(Mode.BLOCK);

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(JuryFacts facts, Parameters parameters) {
        if (!parameters.flag(REQUIRED)) {
            return List.of();
        }
        return facts.members().stream()
                .filter(m -> !accepted(m.charterAcceptedOn(), facts))
                .map(m -> "%s has not accepted the charter of jury members.".formatted(m.name()))
                .toList();
    }

    /** Before the session, and not on a day that is still to come. */
    private static boolean accepted(@Nullable LocalDate day, JuryFacts facts) {
        return day != null && !day.isAfter(facts.startsOn()) && !day.isAfter(facts.today());
    }
}
