package fr.parchemin.session.eventattendance;

import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Rules that the attendance of an event keeps. */
@ApplicationScoped
class PassageRules implements RuleSet {

    static final List<Rule<Passage>> ALL = List.of(new IdentityCheckedFirstRule(), new PassageTimeRule());

    @Override
    public List<Rule<Passage>> rules() {
        return ALL;
    }
}
