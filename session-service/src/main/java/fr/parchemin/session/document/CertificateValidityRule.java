package fr.parchemin.session.document;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.time.LocalDate;
import java.util.List;

/** R88 (assumed; the scheme of the INRS): an SST certificate is valid 24 months from its issue or its last refresher. */
final class CertificateValidityRule implements Rule<Presentation> {

    private static final String VALIDITY = "sst.validity";
    private static final RuleSheet SHEET = RuleSheet.of(
            "R88",
            Certainty.ASSUMED,
            "General knowledge of the scheme run by the INRS",
            "An SST certificate is valid 24 months from its issue or its last refresher (MAC SST).",
            RuleSheet.parameter(VALIDITY, "P24M"));

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Presentation facts, Parameters parameters) {
        LocalDate until = facts.validUntil();
        LocalDate expected = lastDay(facts.issuedOn(), parameters);
        return until != null && until.isAfter(expected)
                ? List.of("The certificate was issued on %s and is said to hold until %s; %s gives %s."
                        .formatted(facts.issuedOn(), until, parameters.period(VALIDITY), expected))
                : List.of();
    }

    /** Last day of a certificate that does not tell its own. */
    static LocalDate lastDay(LocalDate issuedOn, Parameters parameters) {
        return issuedOn.plus(parameters.period(VALIDITY));
    }
}
