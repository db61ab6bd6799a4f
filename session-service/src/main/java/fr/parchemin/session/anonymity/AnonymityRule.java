package fr.parchemin.session.anonymity;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Mode;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/**
 * R73 (DTE, quoted by a centre): for anonymous written work candidates get an identifier made of the acronym of the title, the
 * workstation and a rank; who is who is confidential, and told to the jury only for the interviews. Whether work is anonymous
 * at all is said by the assessment reference, hence by configuration.
 */
final class AnonymityRule implements Rule<String> {

    private static final String ENABLED = "anonymity.enabled";
    private static final RuleSheet SHEET = RuleSheet.of(
                    "R73",
                    Certainty.PRACTICE,
                    "DTE, quoted by CENTRE",
                    "For anonymous written productions candidates get an identifier (sigle + workstation + rank); the table of correspondence is confidential and given to the jury only for the interviews.",
                    RuleSheet.parameter(ENABLED, "false"))
            .by(Mode.BLOCK);

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(String certificationNumber, Parameters parameters) {
        return parameters.flag(ENABLED)
                ? List.of()
                : List.of("Written work of %s is not anonymous (%s is false).".formatted(certificationNumber, ENABLED));
    }
}
