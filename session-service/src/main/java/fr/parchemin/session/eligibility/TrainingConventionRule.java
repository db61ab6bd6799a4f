package fr.parchemin.session.eligibility;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/** R39 (AGR2016 art. 3): a centre that did not train the candidate has a written convention, in force on the first day of the session and about this certification, with the body that did. */
final class TrainingConventionRule implements Rule<Candidature> {

    private static final RuleSheet SHEET = RuleSheet.of(
            "R39",
            Certainty.LAW,
            "AGR2016 art. 3 (LEGIARTI000050332917)",
            "A centre that did not train the candidate needs a written convention with the training provider.");

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Candidature facts, Parameters parameters) {
        String provider = facts.trainingProviderSiret();
        return provider != null
                        && !provider.equals(facts.centreSiret())
                        && facts.agreements().stream().noneMatch(p -> p.covers(facts.startsOn(), facts.startsOn()))
                ? List.of("The centre has no convention with %s about %s in force on %s."
                        .formatted(provider, facts.certification().number(), facts.startsOn()))
                : List.of();
    }
}
