package fr.parchemin.session.jury;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/** R44 (CE R338-6; FICHE): members of the jury are accredited for the title by the territorial representative of the ministry; nobody else evaluates or deliberates. */
final class AccreditedMembersRule implements Rule<JuryFacts> {

    private static final RuleSheet SHEET = RuleSheet.of(
            "R44",
            Certainty.LAW,
            "CE R338-6; FICHE",
            "Members are accredited by the competent territorial representative of the ministry. Nobody else evaluates or deliberates.");

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(JuryFacts facts, Parameters parameters) {
        return facts.members().stream()
                .filter(m -> m.accreditations().isEmpty())
                .map(m -> "%s is not accredited for %s.".formatted(m.name(), facts.certificationNumber()))
                .toList();
    }
}
