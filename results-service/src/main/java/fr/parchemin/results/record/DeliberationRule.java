package fr.parchemin.results.record;

import fr.parchemin.kit.problem.Violation;
import fr.parchemin.results.examsession.Juror;
import java.util.ArrayList;
import java.util.List;

/**
 * R49 and R107: at least two members of the jury deliberate, and each of those present signs. Sources: arrêté of 22
 * December 2015, article 6; règlement général of 2008, 1.2 and 3.1. Parameter {@code jury.min-present}, 2 by default.
 */
final class DeliberationRule {

    private DeliberationRule() {}

    /** What stands against this juror's signature. */
    static List<Violation> check(List<Juror> present, Juror signing, int minPresent) {
        List<Violation> broken = new ArrayList<>();
        if (present.size() < minPresent) {
            broken.add(Violation.ofRule(
                    "R49",
                    "Only " + present.size() + " of at least " + minPresent + " members of the jury were present."));
        }
        if (present.stream().noneMatch(j -> j.id().equals(signing.id()))) {
            broken.add(Violation.ofRule("R107", "You were not present at the session: only members present sign."));
        }
        return broken;
    }
}
