package fr.parchemin.session.eligibility;

import fr.parchemin.session.examsession.SessionType;
import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/** R19 (A2015, quoted by trade press): who sits a block has followed a coherent training, or is a VAE candidate, or completes after a first block (R97). */
final class BlockTrainingRule implements Rule<Candidature> {

    private static final String REQUIRED = "enrolment.training.required";
    private static final RuleSheet SHEET = RuleSheet.of(
            "R19",
            Certainty.LAW_Q,
            "A2015, quoted by trade press",
            "Session CCP: training coherent with that CCP, or VAE, or completion after a first CCP.",
            RuleSheet.parameter(REQUIRED, "true"));

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Candidature facts, Parameters parameters) {
        return facts.type() == SessionType.CCP
                        && parameters.flag(REQUIRED)
                        && !facts.byExperience()
                        && facts.blocksHeld().isEmpty()
                        && !facts.trained()
                ? List.of(
                        "A candidate for a block followed a training or holds another block: give trainingProviderSiret,"
                                + " trainingStartedOn and trainingEndedOn.")
                : List.of();
    }
}
