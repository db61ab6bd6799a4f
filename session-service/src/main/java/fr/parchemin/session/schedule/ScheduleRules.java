package fr.parchemin.session.schedule;

import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Rules that a schedule keeps. They are kept whatever their mode: two people in one place stay two people. */
@ApplicationScoped
class ScheduleRules implements RuleSet {

    static final PassageHoursRule HOURS = new PassageHoursRule();
    static final EventOrderRule ORDER = new EventOrderRule();
    static final ActorsRule ACTORS = new ActorsRule();

    @Override
    public List<Rule<Proposal>> rules() {
        return List.of(HOURS, ORDER, ACTORS);
    }
}
