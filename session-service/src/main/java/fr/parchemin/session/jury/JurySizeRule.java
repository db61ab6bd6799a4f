package fr.parchemin.session.jury;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** R49 (A2015 art. 6, reported; RG2008 §1.2; CTP): a jury counts at least two accredited members, and at least two regularly convened members are present. */
final class JurySizeRule implements Rule<JuryFacts> {

    private static final String MIN_MEMBERS = "jury.min-members";
    private static final String MIN_PRESENT = "jury.min-present";
    private static final RuleSheet SHEET = RuleSheet.of(
            "R49",
            Certainty.LAW_Q,
            "A2015 art. 6 (reported); RG2008 §1.2; CTP",
            "A jury counts at least two accredited members, and at least two regularly convened members are present at the deliberation.",
            RuleSheet.parameter(MIN_MEMBERS, "2"),
            RuleSheet.parameter(MIN_PRESENT, "2"));

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(JuryFacts facts, Parameters parameters) {
        Set<UUID> present = facts.present();
        if (present == null) {
            int needed = parameters.number(MIN_MEMBERS);
            return facts.members().size() < needed
                    ? List.of("The jury has %d member(s); %d are needed."
                            .formatted(facts.members().size(), needed))
                    : List.of();
        }
        int needed = parameters.number(MIN_PRESENT);
        long here = facts.members().stream()
                .filter(m -> present.contains(m.jurorId()))
                .count();
        return here < needed
                ? List.of("%d member(s) of the jury are present; %d are needed.".formatted(here, needed))
                : List.of();
    }
}
