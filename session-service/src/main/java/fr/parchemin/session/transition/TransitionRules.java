package fr.parchemin.session.transition;

import fr.parchemin.session.examsession.ExamSession;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleBook;
import fr.parchemin.session.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** Rules that a session keeps when it moves on. */
@ApplicationScoped
public class TransitionRules implements RuleSet {

    static final List<CeresNumberRule> KIT = List.of(new CeresNumberRule());
    static final SummonsNoticeRule NOTICE = new SummonsNoticeRule();
    static final List<LateSummonsReasonRule> LATE = List.of(new LateSummonsReasonRule());
    static final List<SealsCheckedRule> SEALS = List.of(new SealsCheckedRule());

    static final List<AnnulmentDecisionRule> ANNULMENT = List.of(new AnnulmentDecisionRule());

    /** Last day on which candidates are summoned in time (R66). */
    public static LocalDate summonedBy(ExamSession session, RuleBook rules) {
        return SummonsNoticeRule.lastDay(session.type(), session.startsOn(), rules.parameters(NOTICE.sheet()));
    }

    @Override
    public List<? extends Rule<?>> rules() {
        return List.of(KIT.getFirst(), NOTICE, LATE.getFirst(), SEALS.getFirst(), ANNULMENT.getFirst());
    }
}
