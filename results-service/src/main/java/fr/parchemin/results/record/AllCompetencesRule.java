package fr.parchemin.results.record;

import fr.parchemin.results.rules.Rule;
import java.util.List;

/**
 * R92: a block (CCP) is obtained when all its competences are. The jury is sovereign over a competence on which its members
 * differ; it cannot grant a block with one that no member found acquired. Sources: structure of the RNCP record; arrêté of
 * 22 December 2015, article 10 ("all" is assumed: {@code ccp.validation} = {@code ALL_COMPETENCES}).
 */
final class AllCompetencesRule implements Rule<DecisionFacts> {

    @Override
    public String number() {
        return "R92";
    }

    @Override
    public List<String> check(DecisionFacts facts) {
        return !facts.present()
                ? List.of()
                : facts.grantedBlocks().stream()
                        .flatMap(block -> block.competences().stream()
                                .filter(c -> facts.appraisal().competence(c.code()) == Appraisal.Standing.NOT_ACQUIRED)
                                .map(c -> block.code() + " cannot be granted: " + c.code()
                                        + " was not found acquired. Correct the findings first if that is wrong."))
                        .toList();
    }
}
