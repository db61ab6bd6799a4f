package fr.parchemin.results.assessment;

import fr.parchemin.kit.problem.Violation;
import fr.parchemin.results.examsession.SessionDossier;
import java.util.Optional;
import java.util.UUID;

/**
 * R52 to R55: a juror with a link to a candidate neither assesses nor decides on that candidate; the others they may judge.
 * Sources: règlement général of 2008, 3.1; charter of jury members.
 */
public final class RecusedJurorRule {

    private RecusedJurorRule() {}

    /** What is broken when this juror judges this candidate. */
    public static Optional<Violation> check(SessionDossier dossier, UUID enrolmentId, UUID jurorId) {
        return dossier.recused(enrolmentId, jurorId)
                ? Optional.of(Violation.ofRule(
                        "R55", "You are recused for this candidate: another member of the jury records and decides."))
                : Optional.empty();
    }
}
