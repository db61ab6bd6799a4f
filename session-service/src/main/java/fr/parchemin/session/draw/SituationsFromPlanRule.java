package fr.parchemin.session.draw;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.ArrayList;
import java.util.List;

/** R80 (FICHE): number and type of the situations drawn come from the assessment plan; for RNCP37722 two for the title, one of each type, one for BC01, one for BC02, none for BC03. */
final class SituationsFromPlanRule implements Rule<DrawFacts> {

    private static final RuleSheet SHEET = RuleSheet.of(
            "R80",
            Certainty.FICHE,
            "FICHE",
            "Number and type of situations drawn come from the assessment reference: one of each type that it names.");

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(DrawFacts facts, Parameters parameters) {
        List<String> types = facts.types();
        if (types.isEmpty()) {
            return List.of("Nothing is drawn for the event %s of %s.".formatted(facts.eventCode(), facts.target()));
        }
        List<String> faults = new ArrayList<>();
        for (String type : types.stream().distinct().toList()) {
            long needed = types.stream().filter(type::equals).count();
            long there = facts.pool().stream()
                    .filter(s -> type.equals(UniformDrawPolicy.ANY) || s.type().equals(type))
                    .count();
            if (there < needed) {
                faults.add("The kit has %d situation(s) of type %s; %d are drawn for %s."
                        .formatted(there, type, needed, facts.eventCode()));
            }
        }
        return faults;
    }
}
