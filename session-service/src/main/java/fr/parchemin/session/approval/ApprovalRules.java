package fr.parchemin.session.approval;

import fr.parchemin.session.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Rules that an approval keeps when it is granted. */
@ApplicationScoped
class ApprovalRules implements RuleSet {

    static final List<ApprovalWithinTitleRule> GRANT = List.of(new ApprovalWithinTitleRule());

    @Override
    public List<ApprovalWithinTitleRule> rules() {
        return GRANT;
    }
}
