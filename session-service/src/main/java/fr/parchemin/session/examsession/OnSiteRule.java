package fr.parchemin.session.examsession;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/** R74 (RG2016 §2; arrêté of 14 November 2024): sessions are held on site; the remote trial covers one block of another title only. */
final class OnSiteRule implements Rule<Declaration> {

    private static final String ALLOWED = "session.remote.allowed";
    private static final RuleSheet SHEET = RuleSheet.of(
            "R74",
            Certainty.LAW,
            "RG2016 §2; arrêté 14/11/2024",
            "Sessions are held on site. The remote trial of 2024 covers one CCP of the title coded REMN only.",
            RuleSheet.parameter(ALLOWED, "false"));

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Declaration facts, Parameters parameters) {
        return facts.remote() && !parameters.flag(ALLOWED)
                ? List.of("Sessions on %s are held on site."
                        .formatted(facts.certification().number()))
                : List.of();
    }
}
