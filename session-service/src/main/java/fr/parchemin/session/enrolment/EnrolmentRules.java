package fr.parchemin.session.enrolment;

import fr.parchemin.session.eligibility.ExamBanRule;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Rules about what an enrolment grants, who sits, and absences. */
@ApplicationScoped
class EnrolmentRules implements RuleSet {

    static final ExtraTimeRule EXTRA_TIME = new ExtraTimeRule();

    static final List<AbsenceJustificationRule> JUSTIFICATION = List.of(new AbsenceJustificationRule());

    /** Listed with the rules of eligibility, which ask it before. */
    static final List<ExamBanRule<ExamBanRule.Sitting>> BAN = List.of(new ExamBanRule<>());

    @Override
    public List<? extends Rule<?>> rules() {
        return List.of(EXTRA_TIME, JUSTIFICATION.getFirst());
    }
}
