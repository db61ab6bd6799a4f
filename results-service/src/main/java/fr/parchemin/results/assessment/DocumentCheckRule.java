package fr.parchemin.results.assessment;

import fr.parchemin.kit.problem.Violation;
import fr.parchemin.results.certification.Plan;
import java.util.List;

/**
 * R85: a competence that the référentiel ties to a document is shown by that document alone and never observed. Source:
 * RNCP record (for RNCP37722 the first-aid competence of BC02 by the SST certificate).
 */
final class DocumentCheckRule {

    private DocumentCheckRule() {}

    /** One violation for each competence of the finding that only a document can show. */
    static List<Violation> check(Plan plan, List<Finding.CompetenceFinding> found) {
        return found.stream()
                .map(Finding.CompetenceFinding::code)
                .flatMap(code -> plan.documentFor(code).stream()
                        .map(document -> Violation.ofRule(
                                "R85",
                                code + " is shown by the document " + document
                                        + " alone: leave it out, the check of documents settles it.")))
                .toList();
    }
}
