package fr.parchemin.session.identitycheck;

import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Rules that a check of an identity keeps. */
@ApplicationScoped
class IdentityCheckRules implements RuleSet {

    static final List<Rule<String>> ALL = List.of(new IdentityDocumentRule());

    @Override
    public List<Rule<String>> rules() {
        return ALL;
    }
}
