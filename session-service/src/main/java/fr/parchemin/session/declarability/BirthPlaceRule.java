package fr.parchemin.session.declarability;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Mode;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** D9 (format of the declaration): the place of birth is an INSEE code, of a commune in a département that exists, or 99xxx for a country that is not France. */
final class BirthPlaceRule implements Rule<CivilStatus> {

    /** Départements, overseas ones and territories. */
    private static final Pattern COMMUNE =
            Pattern.compile("(0[1-9]|[1-8][0-9]|9[0-5]|2[AB])[0-9]{3}|97[1-8][0-9]{2}|98[4-9][0-9]{2}");

    private static final Pattern ABROAD = Pattern.compile("99[1-5][0-9]{2}");
    private static final String FRANCE_ABROAD = "99100";

    private static final RuleSheet SHEET = RuleSheet.of(
                    "D9",
                    Certainty.SPEC,
                    "Caisse des Dépôts, schema of the declaration",
                    "The place of birth is declared by its INSEE code; who is born abroad has a code 99xxx and a country.")
            .by(Mode.WARN);

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(CivilStatus facts, Parameters parameters) {
        List<String> faults = new ArrayList<>();
        String code = facts.birthPlaceInsee();
        boolean inFrance = facts.birthPlaceCountry().equals("FRA");
        if (code == null) {
            faults.add("The INSEE code of the place of birth is missing: give birthPlace/inseeCode.");
        } else if (inFrance && !COMMUNE.matcher(code).matches()) {
            faults.add("%s is no commune of France: correct birthPlace/inseeCode or birthPlace/countryCode."
                    .formatted(code));
        } else if (!inFrance && (!ABROAD.matcher(code).matches() || code.equals(FRANCE_ABROAD))) {
            faults.add("%s is no country: who is born abroad (%s) has a birthPlace/inseeCode 99xxx."
                    .formatted(code, facts.birthPlaceCountry()));
        }
        return faults;
    }
}
