package fr.parchemin.session.examsession;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Mode;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/** R9 (RDS): the sessions of the grace year are recorded before the end of validity; one that is postponed was recorded then. */
final class DeclaredBeforeExpiryRule implements Rule<Declaration> {

    private static final String BEFORE_EXPIRY = "grace.declared-before-expiry";
    private static final RuleSheet SHEET = RuleSheet.of(
                    "R9",
                    Certainty.PRACTICE,
                    "RDS",
                    "The sessions of the grace year must be recorded before the end of validity of the title.",
                    RuleSheet.parameter(BEFORE_EXPIRY, "true"))
            .by(Mode.BLOCK);

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Declaration facts, Parameters parameters) {
        return parameters.flag(BEFORE_EXPIRY)
                        && facts.certification().expiredOn(facts.endsOn())
                        && facts.certification().expiredOn(facts.declaredOn())
                ? List.of("%s expired on %s: a session of the grace year had to be declared before."
                        .formatted(
                                facts.certification().number(),
                                facts.certification().registrationEndsOn()))
                : List.of();
    }
}
