package fr.parchemin.session.declarability;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Mode;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** D15 (format of the declaration; the cut is assumed): names are spelt with Latin letters, as in the registers they are matched with, and fit without being cut. */
final class SpellingRule implements Rule<CivilStatus> {

    private static final int LONGEST = 60;
    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}\\p{M}'’. -]*");

    private static final RuleSheet SHEET = RuleSheet.of(
                    "D15",
                    Certainty.SPEC,
                    "Caisse des Dépôts, schema of the declaration",
                    "Names and places are trimmed, at most 60 characters and never cut in silence; names are matched with the civil registers, in Latin letters.")
            .by(Mode.WARN);

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(CivilStatus facts, Parameters parameters) {
        List<String> faults = new ArrayList<>();
        look(facts.birthName(), "birthName", faults);
        String usage = facts.usageName();
        if (usage != null) {
            look(usage, "usageName", faults);
        }
        for (int i = 0; i < facts.firstNames().size(); i++) {
            look(facts.firstNames().get(i), "firstNames/" + i, faults);
        }
        if (facts.birthPlaceLabel().length() > LONGEST) {
            faults.add("birthPlace/label has more than %d characters: use the official name of the commune."
                    .formatted(LONGEST));
        }
        return faults;
    }

    private static void look(String name, String field, List<String> faults) {
        if (!LATIN.matcher(name).matches()) {
            faults.add("%s has other than Latin letters: spell it as the official document does.".formatted(field));
        }
        if (name.length() > LONGEST) {
            faults.add("%s has more than %d characters.".formatted(field, LONGEST));
        }
    }
}
