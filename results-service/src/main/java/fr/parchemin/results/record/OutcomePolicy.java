package fr.parchemin.results.record;

import fr.parchemin.results.examsession.Enrolment;
import fr.parchemin.results.examsession.ExamSession;
import fr.parchemin.results.examsession.SessionDossier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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

    /** What the findings propose; nothing on which the jurors differ is granted by itself. */
    static Verdict propose(DecisionFacts facts) {
        SessionDossier dossier = facts.dossier();
        Appraisal appraisal = facts.appraisal();
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
        List<String> against = new ArrayList<>(againstTitle(facts.granting(obtained)));
        if (appraisal.finalInterview().orElse(null) == Appraisal.Standing.CONTESTED) {
            against.add("Final interview: jurors differ, the deliberation decides");
        }
        return new Verdict(
                outcome(dossier, obtained, against.isEmpty()), blocks, against.isEmpty(), List.copyOf(against));
    }

    /** What the jury decided, once the rules of a decision let it pass. */
    static Verdict decided(DecisionFacts decision) {
        SessionDossier dossier = decision.dossier();
        List<BlockResult> blocks = dossier.examinedBlocks().stream()
                .map(code -> decision.granted().contains(code)
                        ? new BlockResult(code, BlockResult.Result.OBTAINED, List.of())
                        : new BlockResult(code, BlockResult.Result.NOT_OBTAINED, refusal(decision.appraisal(), code)))
                .toList();
        List<String> against = againstTitle(decision.asking(true));
        return new Verdict(
                outcome(dossier, decision.granted(), decision.title()),
                blocks,
                decision.title(),
                decision.title() ? List.of() : against.isEmpty() ? List.of("refused by the jury") : against);
    }

    /** What stands against the title by the rules, each reason with its rule. */
    private static List<String> againstTitle(DecisionFacts asked) {
        return RecordRules.TITLE.stream()
                .flatMap(rule -> rule.check(asked).stream().map(reason -> reason + " (" + rule.number() + ")"))
                .toList();
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
