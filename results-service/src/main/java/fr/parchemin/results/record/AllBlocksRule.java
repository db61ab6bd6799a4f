package fr.parchemin.results.record;

import fr.parchemin.results.examsession.ExamSession;
import fr.parchemin.results.rules.Rule;
import java.util.List;

/**
 * R94: at a session titre the title needs every block, obtained there or held before (R95: a block once obtained is never
 * lost by a later failure). Sources: arrêté of 22 December 2015, article 10; code de l'éducation, R338-5.
 */
final class AllBlocksRule implements Rule<DecisionFacts> {

    @Override
    public String number() {
        return "R94";
    }

    @Override
    public List<String> check(DecisionFacts facts) {
        return !facts.title() || !facts.present() || facts.dossier().session().type() != ExamSession.Type.TITLE
                ? List.of()
                : facts.missingBlocks().stream()
                        .map(code -> code + " is missing for the title.")
                        .toList();
    }
}
