package fr.parchemin.session.draw;

import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Rules that a draw keeps. */
@ApplicationScoped
class DrawRules implements RuleSet {

    /** Whether the kit has what is drawn. */
    static final List<SituationsFromPlanRule> SITUATIONS = List.of(new SituationsFromPlanRule());

    /** Before it is made. */
    static final List<Rule<DrawFacts>> BEFORE = List.of(SITUATIONS.getFirst(), new SingleDrawRule());

    /** Of what is recorded. */
    static final List<Rule<SituationDraw>> PROOF = List.of(new ReplayableDrawRule());

    @Override
    public List<? extends Rule<?>> rules() {
        return Stream.of(BEFORE, PROOF).flatMap(List::stream).toList();
    }
}
