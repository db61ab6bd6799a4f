package fr.parchemin.results.record;

import fr.parchemin.results.rules.Rule;
import java.util.List;

/**
 * R86: without the document that alone shows a competence (R85), the competence is not validated, hence its block is not
 * obtained; no deliberation replaces the document. Other blocks are unaffected. Source: RNCP record, with R92.
 */
final class DocumentCompetenceRule implements Rule<DecisionFacts> {

    @Override
    public String number() {
        return "R86";
    }

    @Override
    public List<String> check(DecisionFacts facts) {
        return !facts.present()
                ? List.of()
                : facts.grantedBlocks().stream()
                        .flatMap(block -> block.competences().stream()
                                .filter(c ->
                                        facts.appraisal().competence(c.code()) == Appraisal.Standing.DOCUMENT_MISSING)
                                .map(c -> block.code() + " cannot be granted: " + c.code()
                                        + " needs a document valid on the day of the exam, and none is recorded."))
                        .toList();
    }
}
