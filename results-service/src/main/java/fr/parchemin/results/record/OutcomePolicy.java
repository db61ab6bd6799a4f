package fr.parchemin.results.record;

import fr.parchemin.results.certification.Block;
import fr.parchemin.results.examsession.Enrolment;
import fr.parchemin.results.examsession.ExamSession;
import fr.parchemin.results.examsession.SessionDossier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * R91 to R98: from blocks and final interview to the outcome. Sources: arrêté of 22 December 2015, article 10; code de
 * l'éducation, R338-5.
 *
 * <ul>
 *   <li>R94: in a session titre the title needs every CCP and the final interview; at least one CCP is a partial success;
 *       none is a failure.
 *   <li>R96: no title without the final interview.
 *   <li>R98: the title by capitalisation needs every CCP, held or obtained now, and the final interview passed at the
 *       session of the last one.
 *   <li>R95: a CCP once held stays held whatever happens later.
 * </ul>
 */
final class OutcomePolicy {

    private OutcomePolicy() {}

    /** The verdict of somebody who was not there to be judged. */
    static Verdict notJudged(SessionDossier dossier, Enrolment.@Nullable Attendance attendance) {
        Outcome outcome = attendance == Enrolment.Attendance.EXCLUDED ? Outcome.EXCLUDED : Outcome.ABSENT;
        return new Verdict(
                outcome,
                dossier.examinedBlocks().stream()
                        .map(code -> new BlockResult(
                                code,
                                BlockResult.Result.NOT_PRESENTED,
                                List.of(outcome == Outcome.EXCLUDED ? "excluded" : "absent")))
                        .toList(),
                false,
                List.of());
    }

    /** What the findings propose (nothing contested is granted by itself). */
    static Verdict propose(SessionDossier dossier, Appraisal appraisal, Collection<String> held) {
        List<BlockResult> blocks = dossier.examinedBlocks().stream()
                .map(code -> {
                    List<String> obstacles = appraisal.obstacles(code);
                    return new BlockResult(
                            code,
                            obstacles.isEmpty() ? BlockResult.Result.OBTAINED : BlockResult.Result.NOT_OBTAINED,
                            obstacles);
                })
                .toList();
        List<String> obtained = blocks.stream()
                .filter(b -> b.result() == BlockResult.Result.OBTAINED)
                .map(BlockResult::code)
                .toList();
        List<String> against = againstTitle(dossier, appraisal, obtained, held, false);
        return new Verdict(outcome(dossier, obtained, against.isEmpty()), blocks, against.isEmpty(), against);
    }

    /** What the jury decided, once {@link DecisionRule} let it pass. */
    static Verdict decided(
            SessionDossier dossier, Appraisal appraisal, Collection<String> held, List<String> granted, boolean title) {
        List<BlockResult> blocks = dossier.examinedBlocks().stream()
                .map(code -> granted.contains(code)
                        ? new BlockResult(code, BlockResult.Result.OBTAINED, List.of())
                        : new BlockResult(code, BlockResult.Result.NOT_OBTAINED, refusal(appraisal, code)))
                .toList();
        List<String> against = againstTitle(dossier, appraisal, granted, held, true);
        return new Verdict(
                outcome(dossier, granted, title),
                blocks,
                title,
                title ? List.of() : against.isEmpty() ? List.of("refused by the jury") : against);
    }

    /**
     * What stands against the title.
     *
     * @param byJury whether a final interview on which the jurors differ may be settled in the candidate's favour
     */
    static List<String> againstTitle(
            SessionDossier dossier,
            Appraisal appraisal,
            Collection<String> obtained,
            Collection<String> held,
            boolean byJury) {
        List<String> reasons = new ArrayList<>();
        Set<String> all = new HashSet<>(obtained);
        all.addAll(held);
        dossier.certification().blocks().stream()
                .map(Block::code)
                .filter(code -> !all.contains(code))
                .forEach(code -> reasons.add(code + " is missing (R94, R98)"));
        switch (appraisal.finalInterview().orElse(null)) {
            case null -> reasons.add("this session has no final interview (R96)");
            case ACQUIRED -> {
                // Nothing stands against the title here.
            }
            case CONTESTED -> {
                if (!byJury) {
                    reasons.add("the jurors differ on the final interview, the deliberation decides");
                }
            }
            case NOT_ACQUIRED, DOCUMENT_MISSING -> reasons.add("the final interview is not acquired (R96)");
        }
        return reasons;
    }

    private static List<String> refusal(Appraisal appraisal, String code) {
        List<String> obstacles = appraisal.obstacles(code);
        return obstacles.isEmpty() ? List.of("refused by the jury") : obstacles;
    }

    private static Outcome outcome(SessionDossier dossier, Collection<String> obtained, boolean title) {
        if (dossier.session().type() != ExamSession.Type.TITLE) {
            return obtained.isEmpty() ? Outcome.FAILURE : Outcome.AWARDED;
        }
        if (title) {
            return Outcome.AWARDED;
        }
        return obtained.isEmpty() ? Outcome.FAILURE : Outcome.PARTIAL_SUCCESS;
    }
}
