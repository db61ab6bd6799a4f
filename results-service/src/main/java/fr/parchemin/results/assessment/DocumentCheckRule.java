package fr.parchemin.results.assessment;

import fr.parchemin.results.rules.Rule;
import java.util.List;

/**
 * R85: a competence that the référentiel ties to a document is shown by that document alone and never observed. Source:
 * RNCP record (for RNCP37722 the first-aid competence of BC02 by the SST certificate).
 */
final class DocumentCheckRule implements Rule<FindingFacts> {

    @Override
    public String number() {
        return "R85";
    }

    @Override
    public List<String> check(FindingFacts facts) {
        return facts.competences().stream()
                .map(Finding.CompetenceFinding::code)
                .flatMap(code -> facts.plan().documentFor(code).stream()
                        .map(document -> code + " is shown by the document " + document
                                + " alone: leave it out, the check of documents settles it."))
                .toList();
    }
}
