package fr.parchemin.session.eligibility;

import fr.parchemin.session.examsession.SessionType;
import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.ArrayList;
import java.util.List;

/** R21 (A2015 art. 1; trade press): a CCS session is for holders of the title it is attached to, who followed a coherent training or have one year of experience. */
final class SpecialisationHolderRule implements Rule<Candidature> {

    private static final String EXPERIENCE = "ccs.min-experience";
    private static final RuleSheet SHEET = RuleSheet.of(
            "R21",
            Certainty.LAW_Q,
            "A2015 art. 1; trade press",
            "Session CCS: only holders of the title it is attached to, who followed a coherent training or have 1 year of experience.",
            RuleSheet.parameter(EXPERIENCE, "P1Y"));

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Candidature facts, Parameters parameters) {
        List<String> faults = new ArrayList<>();
        if (facts.type() != SessionType.CCS) {
            return faults;
        }
        if (!facts.titleHeld()) {
            faults.add("A CCS is for holders of %s, and no award of that title is known."
                    .formatted(facts.certification().number()));
        }
        if (!facts.byExperience() && !facts.trained()) {
            faults.add(
                    "A candidate for a CCS followed a training or has %s of experience: give trainingProviderSiret, trainingStartedOn and trainingEndedOn, or the route EXPERIENCE."
                            .formatted(parameters.text(EXPERIENCE)));
        }
        return faults;
    }
}
