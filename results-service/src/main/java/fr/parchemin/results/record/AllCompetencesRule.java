package fr.parchemin.results.record;

import fr.parchemin.results.certification.Block;
import fr.parchemin.results.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/**
 * R92: a block (CCP) is obtained when all its competences are, and has some. The jury is sovereign over a competence on which its members
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
                        .flatMap(block -> against(block, facts.appraisal()))
                        .toList();
    }

    private static Stream<String> against(Block block, Appraisal appraisal) {
        return block.competences().isEmpty()
                ? Stream.of(block.code() + " cannot be granted: no competence of it is known.")
                : block.competences().stream()
                        .filter(c -> appraisal.competence(c.code()) == Appraisal.Standing.NOT_ACQUIRED)
                        .map(c -> block.code() + " cannot be granted: " + c.code()
                                + " was not found acquired. Correct the findings first if that is wrong.");
    }
}
