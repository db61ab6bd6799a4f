package fr.parchemin.results.record;

import fr.parchemin.results.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * R49: at least two regularly convened members of the jury are present at the deliberation, and nobody else has a voice in
 * it. Sources: arrêté of 22 December 2015, article 6; règlement général of 2008, 1.2. Parameter {@code jury.min-present}.
 */
final class DeliberationRule implements Rule<DeliberationFacts> {

    private final int minPresent;

    /**
     * @param minPresent {@code jury.min-present}
     */
    DeliberationRule(int minPresent) {
        this.minPresent = minPresent;
    }

    @Override
    public String number() {
        return "R49";
    }

    @Override
    public List<String> check(DeliberationFacts facts) {
        List<String> broken = new ArrayList<>();
        int present = facts.dossier().presentJurors().size();
        if (present < minPresent) {
            broken.add("Only " + present + " of at least " + minPresent + " members of the jury were present.");
        }
        if (facts.dossier().presentJurors().stream()
                .noneMatch(j -> j.id().equals(facts.acting().id()))) {
            broken.add("You were not present at the session: only members who were present decide and sign.");
        }
        return broken;
    }
}
