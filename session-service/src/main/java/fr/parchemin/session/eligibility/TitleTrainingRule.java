package fr.parchemin.session.eligibility;

import fr.parchemin.session.examsession.SessionType;
import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/** R18 (A2015, quoted by trade press): who sits the whole title has followed a path of training coherent with it, or is a VAE candidate; provider, start and end of the training are recorded. */
final class TitleTrainingRule implements Rule<Candidature> {

    private static final String REQUIRED = "enrolment.training.required";
    private static final RuleSheet SHEET = RuleSheet.of(
            "R18",
            Certainty.LAW_Q,
            "A2015, quoted by trade press",
            "Session titre: the candidate has followed a path of training coherent with the title, or is a VAE candidate. Provider, start date and end date are recorded.",
            RuleSheet.parameter(REQUIRED, "true"));

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Candidature facts, Parameters parameters) {
        return facts.type() == SessionType.TITLE
                        && parameters.flag(REQUIRED)
                        && !facts.byExperience()
                        && !facts.trained()
                ? List.of(
                        "A candidate for the title followed a training: give trainingProviderSiret, trainingStartedOn and"
                                + " trainingEndedOn.")
                : List.of();
    }
}
