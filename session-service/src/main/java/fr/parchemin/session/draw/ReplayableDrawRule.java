package fr.parchemin.session.draw;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Mode;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.Arrays;
import java.util.List;

/** R81 (FICHE for the candidate's draw; CHARTER for equality): the draw is random and uniform and is recorded with its proof, so that it can be replayed: what is recorded is what {@link UniformDrawPolicy} gives for the same seed and pool, and the commitment binds both. */
final class ReplayableDrawRule implements Rule<SituationDraw> {

    private static final RuleSheet SHEET = RuleSheet.of(
                    "R81",
                    Certainty.ASSUMED,
                    "FICHE for the candidate's draw; CHARTER (equality)",
                    "The draw is made by the candidate, is random and uniform, and is recorded: time, pool offered, value drawn. When the system draws, it stores the proof so that the draw can be replayed.",
                    RuleSheet.parameter("draw.mode", "SYSTEM"),
                    RuleSheet.parameter("draw.proof", "true"))
            .by(Mode.BLOCK);

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(SituationDraw facts, Parameters parameters) {
        List<String> replayed =
                UniformDrawPolicy.draw(facts.seed(), facts.context(), facts.offered(), facts.types()).stream()
                        .map(UniformDrawPolicy.Step::code)
                        .toList();
        List<String> recorded = facts.drawn().stream().map(s -> s.code()).toList();
        boolean bound = Arrays.equals(facts.commitment(), UniformDrawPolicy.commitment(facts.seed(), facts.offered()));
        return bound && replayed.equals(recorded)
                ? List.of()
                : List.of("The draw %s cannot be replayed from its proof.".formatted(facts.id()));
    }
}
