package fr.parchemin.session.enrolment;

import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Rules about what an enrolment grants. */
@ApplicationScoped
class EnrolmentRules implements RuleSet {

    static final ExtraTimeRule EXTRA_TIME = new ExtraTimeRule();

    @Override
    public List<Rule<ExtraTimeRule.Grant>> rules() {
        return List.of(EXTRA_TIME);
    }
}
