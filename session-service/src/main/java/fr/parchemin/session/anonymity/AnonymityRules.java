package fr.parchemin.session.anonymity;

import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The rule that anonymous identifiers keep. */
@ApplicationScoped
class AnonymityRules implements RuleSet {

    static final List<Rule<String>> ALL = List.of(new AnonymityRule());

    @Override
    public List<Rule<String>> rules() {
        return ALL;
    }
}
