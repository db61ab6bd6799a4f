package fr.parchemin.session.candidate;

import fr.parchemin.session.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Rules that a change of a candidate keeps. */
@ApplicationScoped
class IdentityRules implements RuleSet {

    static final List<IdentityFreezeRule> CHANGE = List.of(new IdentityFreezeRule());

    @Override
    public List<IdentityFreezeRule> rules() {
        return CHANGE;
    }
}
