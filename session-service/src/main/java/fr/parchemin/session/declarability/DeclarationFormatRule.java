package fr.parchemin.session.declarability;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Mode;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.ArrayList;
import java.util.List;

/** R140 (format of the declaration): the year of birth is one that the schema has. */
final class DeclarationFormatRule implements Rule<CivilStatus> {

    private static final int FIRST = 1900;
    private static final int LAST = 2099;

    private static final RuleSheet SHEET = RuleSheet.of(
                    "R140",
                    Certainty.SPEC,
                    "Caisse des Dépôts, schema of the declaration",
                    "Format rules of the declaration: the year of birth lies between 1900 and 2099.")
            .by(Mode.WARN);

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(CivilStatus facts, Parameters parameters) {
        List<String> faults = new ArrayList<>();
        int year = facts.bornOn().getYear();
        if (year < FIRST || year > LAST) {
            faults.add("Somebody born in %d cannot be declared: correct bornOn.".formatted(year));
        }
        return faults;
    }
}
