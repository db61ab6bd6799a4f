package fr.parchemin.results.record;

import fr.parchemin.kit.problem.Violation;
import fr.parchemin.results.examsession.Enrolment;
import fr.parchemin.results.examsession.SessionDossier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * R86, R92, R94, R96, R98: what a jury may not decide. It is sovereign over what its members saw differently; it cannot
 * grant a block with a competence that nobody found acquired or whose document is missing, a title without every block
 * and the final interview, or anything to somebody who was not there.
 */
final class DecisionRule {

    private DecisionRule() {}

    /** Every rule that the decision breaks. */
    static List<Violation> check(
            SessionDossier dossier,
            Enrolment enrolment,
            Appraisal appraisal,
            Collection<String> held,
            List<String> granted,
            boolean title) {
        List<Violation> broken = new ArrayList<>();
        if (enrolment.attendance() != Enrolment.Attendance.PRESENT) {
            if (!granted.isEmpty() || title) {
                broken.add(Violation.ofRule(
                        "R93", "The candidate is recorded as " + enrolment.attendance() + ": nothing can be granted."));
            }
            return broken;
        }
        for (String code : granted) {
            if (!dossier.examinedBlocks().contains(code)) {
                broken.add(Violation.ofField(
                        "/blocks",
                        code + " is not examined in this session, which examines " + dossier.examinedBlocks() + "."));
                continue;
            }
            for (var competence : dossier.certification().block(code).competences()) {
                switch (appraisal.competence(competence.code())) {
                    case ACQUIRED, CONTESTED -> {
                        // Found acquired, or for the jury to settle.
                    }
                    case NOT_ACQUIRED ->
                        broken.add(Violation.ofRule(
                                "R92",
                                code + " cannot be granted: no juror found " + competence.code()
                                        + " acquired. Correct the findings first if that is wrong."));
                    case DOCUMENT_MISSING ->
                        broken.add(Violation.ofRule(
                                "R86",
                                code + " cannot be granted: " + competence.code()
                                        + " needs a document valid on the day of the exam, and none is recorded."));
                }
            }
        }
        if (title) {
            OutcomePolicy.againstTitle(dossier, appraisal, granted, held, true)
                    .forEach(reason -> broken.add(Violation.ofRule(
                            reason.contains("interview") ? "R96" : "R94", "No title: " + reason + ".")));
        }
        return broken;
    }
}
