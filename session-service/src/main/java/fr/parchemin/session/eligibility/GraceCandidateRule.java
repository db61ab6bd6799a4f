package fr.parchemin.session.eligibility;

import fr.parchemin.session.examsession.GracePeriod;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * R8 (A2015 art. 3; RDS): in the year after the end of validity only those sit who failed before, passed partly before or
 * began training before expiry. What proves it is looked up: earlier outcomes, blocks held, the start of the training.
 */
final class GraceCandidateRule implements Rule<Candidature> {

    @Override
    public RuleSheet sheet() {
        return GracePeriod.SHEET;
    }

    @Override
    public List<String> check(Candidature facts, Parameters parameters) {
        if (!facts.certification().expiredOn(facts.endsOn())) {
            return List.of();
        }
        List<String> allowed = GracePeriod.of(facts.certification(), parameters).reasons();
        return Collections.disjoint(allowed, reasons(facts))
                ? List.of("%s expired on %s: only %s open a session of the year after, and none is recorded."
                        .formatted(
                                facts.certification().number(),
                                facts.certification().registrationEndsOn(),
                                String.join(", ", allowed)))
                : List.of();
    }

    private static List<String> reasons(Candidature facts) {
        List<String> reasons = new ArrayList<>();
        if (facts.earlierOutcomes().contains("FAILURE")) {
            reasons.add("EARLIER_FAILURE");
        }
        if (facts.earlierOutcomes().contains("PARTIAL_SUCCESS")
                || !facts.blocksHeld().isEmpty()) {
            reasons.add("EARLIER_PARTIAL_SUCCESS");
        }
        LocalDate entered = facts.enteredOn();
        if (entered != null && !facts.certification().expiredOn(entered)) {
            reasons.add("TRAINING_BEGUN");
        }
        return reasons;
    }
}
