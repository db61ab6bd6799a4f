package fr.parchemin.session.document;

import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Rules that a document keeps when it is presented. */
@ApplicationScoped
class DocumentRules implements RuleSet {

    static final CertificateValidityRule VALIDITY = new CertificateValidityRule();

    static final List<Rule<Presentation>> ALL =
            List.of(new FirstAidCertificateRule(), new CertificateDeadlineRule(), VALIDITY);

    @Override
    public List<Rule<Presentation>> rules() {
        return ALL;
    }
}
