package fr.parchemin.session.identitycheck;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Mode;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/** R26 (CDC guidance to certifiers), as R70 applies it on the day: identity is taken from an official document of a kind that is accepted. */
final class IdentityDocumentRule implements Rule<String> {

    private static final String DOCUMENTS = "identity.documents";
    private static final RuleSheet SHEET = RuleSheet.of(
                    "R26",
                    Certainty.PRACTICE,
                    "CDC guidance to certifiers",
                    "Identity is taken from an official document: birth name distinct from usage name, all first names in order, sex, date of birth, INSEE code of the birth commune, country when born abroad.",
                    RuleSheet.parameter(DOCUMENTS, "BIRTH_CERTIFICATE,NATIONAL_ID,PASSPORT,RESIDENCE_PERMIT"))
            .by(Mode.BLOCK);

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(String facts, Parameters parameters) {
        List<String> accepted = parameters.list(DOCUMENTS);
        return accepted.contains(facts)
                ? List.of()
                : List.of("%s is no document that proves an identity; accepted are %s."
                        .formatted(facts, String.join(", ", accepted)));
    }
}
