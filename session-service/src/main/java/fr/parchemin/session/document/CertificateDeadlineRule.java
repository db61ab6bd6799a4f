package fr.parchemin.session.document;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Mode;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/** R87 (assumed): the certificate is valid on the candidate's examination day and presented at the latest before the deliberation. One that is not valid that day is recorded as such and proves nothing. */
final class CertificateDeadlineRule implements Rule<Presentation> {

    private static final String DEADLINE = "sst.deadline";
    private static final RuleSheet SHEET = RuleSheet.of(
                    "R87",
                    Certainty.ASSUMED,
                    "—",
                    "The certificate is valid on the candidate's examination day and presented at the latest before the deliberation.",
                    RuleSheet.parameter("sst.valid-on", "EXAM_DAY"),
                    RuleSheet.parameter(DEADLINE, "DELIBERATION"))
            .by(Mode.BLOCK);

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Presentation facts, Parameters parameters) {
        return facts.deliberated() && parameters.text(DEADLINE).equals("DELIBERATION")
                ? List.of("The jury has deliberated: the certificate comes too late.")
                : List.of();
    }
}
