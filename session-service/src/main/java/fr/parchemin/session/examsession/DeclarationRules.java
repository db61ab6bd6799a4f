package fr.parchemin.session.examsession;

import fr.parchemin.session.approval.SpecialisationApprovalRule;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleBook;
import fr.parchemin.session.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** Rules that a session keeps when it is declared. */
@ApplicationScoped
public class DeclarationRules implements RuleSet {

    private static final SessionWithinValidityRule VALIDITY = new SessionWithinValidityRule();
    private static final ApprovalCoversSessionRule APPROVAL = new ApprovalCoversSessionRule();
    private static final SpecialisationApprovalRule<Declaration> SPECIALISATION = new SpecialisationApprovalRule<>();

    /**
     * Looked at again when somebody enrols, at the summons and when the session opens: an approval may end meanwhile, and the
     * register may give the title an earlier end.
     */
    public static final List<Rule<Declaration>> STANDING = List.of(VALIDITY, APPROVAL, SPECIALISATION);

    private static final DeclarationNoticeRule NOTICE = new DeclarationNoticeRule();

    /** In the order of their numbers. */
    public static final List<Rule<Declaration>> ALL = List.of(
            VALIDITY,
            new DeclaredBeforeExpiryRule(),
            APPROVAL,
            SPECIALISATION,
            NOTICE,
            new OnSiteRule(),
            new PlanKnownRule());

    /** Last day on which the authority is informed in time (R63). */
    public static LocalDate declaredBy(ExamSession session, RuleBook rules) {
        return DeclarationNoticeRule.lastDay(session.startsOn(), rules.parameters(NOTICE.sheet()));
    }

    @Override
    public List<Rule<Declaration>> rules() {
        return ALL;
    }
}
