package fr.parchemin.session.document;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/** R85 (FICHE): the safety and first-aid competence is validated only by presenting the SST certificate, at the title session and at the session of its block; it is a document check, never an observed event. Without it the block is not obtained (R86), which the results service draws from this document. */
final class FirstAidCertificateRule implements Rule<Presentation> {

    private static final RuleSheet SHEET = RuleSheet.of(
            "R85",
            Certainty.FICHE,
            "FICHE",
            "The competence on safety and first aid is validated only by presenting the SST certificate. It is a document check, never an observed event, at the session titre and at the session of its block.");

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Presentation facts, Parameters parameters) {
        return facts.asked()
                ? List.of()
                : List.of("No competence of %s is proved by an SST certificate.".formatted(facts.target()));
    }
}
