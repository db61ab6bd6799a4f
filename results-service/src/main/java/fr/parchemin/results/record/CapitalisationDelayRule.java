package fr.parchemin.results.record;

import fr.parchemin.results.certification.Block;
import fr.parchemin.results.rules.Rule;
import java.time.LocalDate;
import java.util.List;

/**
 * R97: blocks held from earlier sessions add up to the title during its validity and for one year after it
 * ({@code capitalisation.after-expiry}), or until the last day of award that the register names (R10). Sources: arrêté of 22
 * December 2015; trade press.
 */
final class CapitalisationDelayRule implements Rule<DecisionFacts> {

    @Override
    public String number() {
        return "R97";
    }

    @Override
    public List<String> check(DecisionFacts facts) {
        LocalDate until = facts.countsUntil();
        if (!facts.title()
                || !facts.present()
                || until == null
                || !facts.dossier().session().endsOn().isAfter(until)) {
            return List.of();
        }
        return facts.dossier().certification().blocks().stream()
                .map(Block::code)
                .filter(code -> !facts.granted().contains(code) && facts.held().contains(code))
                .map(code -> code + ", held before, counted for the title until " + until + ".")
                .toList();
    }
}
