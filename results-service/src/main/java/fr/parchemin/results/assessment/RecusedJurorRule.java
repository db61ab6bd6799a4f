package fr.parchemin.results.assessment;

import fr.parchemin.results.rules.Rule;
import java.util.List;

/**
 * R52 to R55: a juror with a link to a candidate (same employer, trainer, personal) neither assesses nor decides on that
 * candidate; the others they may judge. Sources: règlement général of 2008, 3.1; charter of jury members.
 */
public final class RecusedJurorRule implements Rule<JudgingFacts> {

    @Override
    public String number() {
        return "R55";
    }

    @Override
    public List<String> check(JudgingFacts facts) {
        return facts.dossier().recused(facts.enrolmentId(), facts.jurorId())
                ? List.of("You are recused for this candidate: another member of the jury records and decides.")
                : List.of();
    }
}
