package fr.parchemin.session.examsession;

import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Rules that a session keeps when it is declared. */
@ApplicationScoped
public class DeclarationRules implements RuleSet {

    /** In the order of their numbers. */
    public static final List<Rule<Declaration>> ALL = List.of(
            new SessionWithinValidityRule(),
            new DeclaredBeforeExpiryRule(),
            new ApprovalCoversSessionRule(),
            new DeclarationNoticeRule(),
            new OnSiteRule(),
            new PlanKnownRule());

    @Override
    public List<Rule<Declaration>> rules() {
        return ALL;
    }
}
