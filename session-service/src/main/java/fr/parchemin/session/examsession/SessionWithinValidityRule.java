package fr.parchemin.session.examsession;

import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/** R8 (A2015 art. 3; RDS): after the end of validity of a title sessions remain possible for one year (grace period); afterwards none is. R10: a last day of delivery named by the feed bounds the award instead. */
final class SessionWithinValidityRule implements Rule<Declaration> {

    @Override
    public RuleSheet sheet() {
        return GracePeriod.SHEET;
    }

    @Override
    public List<String> check(Declaration facts, Parameters parameters) {
        GracePeriod grace = GracePeriod.of(facts.certification(), parameters);
        if (!facts.certification().expiredOn(facts.endsOn()) || !facts.endsOn().isAfter(grace.lastDay())) {
            return List.of();
        }
        return List.of("%s is valid until %s and sessions on it are possible until %s: the session ends on %s."
                .formatted(
                        facts.certification().number(),
                        facts.certification().registrationEndsOn(),
                        grace.lastDay(),
                        facts.endsOn()));
    }
}
