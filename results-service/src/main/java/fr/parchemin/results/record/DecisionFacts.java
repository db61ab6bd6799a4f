package fr.parchemin.results.record;

import fr.parchemin.results.certification.Block;
import fr.parchemin.results.examsession.Enrolment;
import fr.parchemin.results.examsession.SessionDossier;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A decision on one candidate, and all that it is measured by.
 *
 * @param dossier the session
 * @param enrolment the candidate's place in it
 * @param appraisal what the findings say
 * @param held codes of the blocks held before this session, from validated records
 * @param countsUntil last day on which these add up to the title (R97), null while no end is known
 * @param granted codes of the blocks granted
 * @param title whether the title is granted
 */
record DecisionFacts(
        SessionDossier dossier,
        Enrolment enrolment,
        Appraisal appraisal,
        Set<String> held,
        @Nullable LocalDate countsUntil,
        Collection<String> granted,
        boolean title) {

    boolean present() {
        return enrolment.attendance() == Enrolment.Attendance.PRESENT;
    }

    /** The same with the title granted or not. */
    DecisionFacts asking(boolean forTitle) {
        return new DecisionFacts(dossier, enrolment, appraisal, held, countsUntil, granted, forTitle);
    }

    /** The same with these blocks granted, and the title. */
    DecisionFacts granting(Collection<String> blocks) {
        return new DecisionFacts(dossier, enrolment, appraisal, held, countsUntil, blocks, true);
    }

    /** The blocks granted among those that this session examines; any other is a fault of form. */
    List<Block> grantedBlocks() {
        return dossier.examinedBlocks().stream()
                .filter(granted::contains)
                .map(dossier.certification()::block)
                .toList();
    }

    /** Codes of the blocks of the certification that are neither held nor granted. */
    List<String> missingBlocks() {
        return dossier.certification().blocks().stream()
                .map(Block::code)
                .filter(code -> !granted.contains(code) && !held.contains(code))
                .toList();
    }
}
