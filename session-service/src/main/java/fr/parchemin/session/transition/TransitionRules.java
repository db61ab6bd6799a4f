package fr.parchemin.session.transition;

import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Rules that a session keeps when it moves on. */
@ApplicationScoped
class TransitionRules implements RuleSet {

    static final List<CeresNumberRule> KIT = List.of(new CeresNumberRule());
    static final SummonsNoticeRule NOTICE = new SummonsNoticeRule();
    static final List<LateSummonsReasonRule> LATE = List.of(new LateSummonsReasonRule());
    static final List<SealsCheckedRule> SEALS = List.of(new SealsCheckedRule());

    static final List<AnnulmentDecisionRule> ANNULMENT = List.of(new AnnulmentDecisionRule());

    @Override
    public List<? extends Rule<?>> rules() {
        return List.of(KIT.getFirst(), NOTICE, LATE.getFirst(), SEALS.getFirst(), ANNULMENT.getFirst());
    }
}
