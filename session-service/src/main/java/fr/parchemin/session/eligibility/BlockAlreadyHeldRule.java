package fr.parchemin.session.eligibility;

import fr.parchemin.session.examsession.SessionType;
import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Mode;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/** R27 (assumed): a block already obtained on the same version is not sat again in a CCP session; in a title session the whole title is sat. */
final class BlockAlreadyHeldRule implements Rule<Candidature> {

    private static final String REJECT = "enrolment.reject-held-ccp";
    private static final RuleSheet SHEET = RuleSheet.of(
                    "R27",
                    Certainty.ASSUMED,
                    "—",
                    "A CCP already obtained on the same version cannot be sat again in a session CCP; in a session titre the whole title is sat.",
                    RuleSheet.parameter(REJECT, "true"))
            .by(Mode.BLOCK);

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Candidature facts, Parameters parameters) {
        return facts.type() == SessionType.CCP
                        && parameters.flag(REJECT)
                        && (facts.titleHeld() || facts.blocksHeld().contains(facts.target()))
                ? List.of("The candidate holds %s already.".formatted(facts.titleHeld() ? "the title" : facts.target()))
                : List.of();
    }
}
