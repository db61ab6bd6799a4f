package fr.parchemin.session.approval;

import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Rules that an approval keeps when it is granted. */
@ApplicationScoped
class ApprovalRules implements RuleSet {

    /** R34 is looked at again for each session, and listed with the rules of its declaration. */
    static final List<Rule<Grant>> GRANT = List.of(new ApprovalWithinTitleRule(), new SpecialisationApprovalRule<>());

    @Override
    public List<Rule<Grant>> rules() {
        return GRANT.subList(0, 1);
    }
}
