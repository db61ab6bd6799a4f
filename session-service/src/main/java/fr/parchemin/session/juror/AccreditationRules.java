package fr.parchemin.session.juror;

import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Rules that an accreditation keeps when it is recorded. */
@ApplicationScoped
class AccreditationRules implements RuleSet {

    static final List<Rule<Accreditation>> GRANT =
            List.of(new TradeExperienceRule(), new AccreditationWithinTitleRule());

    @Override
    public List<Rule<Accreditation>> rules() {
        return GRANT;
    }
}
