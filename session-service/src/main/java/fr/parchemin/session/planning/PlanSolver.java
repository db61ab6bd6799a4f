package fr.parchemin.session.planning;

import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.SwapMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Solves one task, once. It may be told to stop from another thread. */
public final class PlanSolver {

    private final Task task;
    private final Solver<Timetable> solver;
    private final long seed;
    private volatile boolean stopped;

    /**
     * When the search ends.
     *
     * @param time at the latest
     * @param calmSteps steps without a better plan after which it is good enough; unlike the time, the same on every machine
     * @param seed the same seed and task give the same plan, unless the time is up first
     */
    public record Limits(Duration time, int calmSteps, long seed) {}

    public PlanSolver(Task task, Limits limits) {
        this.task = task;
        this.seed = limits.seed();
        this.solver = SolverFactory.<Timetable>create(new SolverConfig()
                        .withSolutionClass(Timetable.class)
                        .withEntityClasses(Passage.class)
                        .withConstraintProviderClass(TimetableConstraints.class)
                        .withRandomSeed(limits.seed())
                        .withTerminationConfig(new TerminationConfig().withSpentLimit(limits.time()))
                        .withPhases(new LocalSearchPhaseConfig()
                                .withMoveSelectorConfig(new UnionMoveSelectorConfig()
                                        .withMoveSelectors(
                                                new MoveIteratorFactoryConfig()
                                                        .withMoveIteratorFactoryClass(ReseatMoves.class)
                                                        .withFixedProbabilityWeight(8.0),
                                                new ChangeMoveSelectorConfig().withFixedProbabilityWeight(1.0),
                                                new SwapMoveSelectorConfig().withFixedProbabilityWeight(1.0)))
                                .withTerminationConfig(
                                        new TerminationConfig().withUnimprovedStepCountLimit(limits.calmSteps()))))
                .buildSolver();
    }

    /**
     * Solves. The first plan is there at once, every better one is told as it is found.
     *
     * @param better hears of plans on the solving thread; it must be quick
     */
    public Plan solve(Consumer<Plan> better) {
        Drafting drafting = new Drafting(task);
        List<Passage> passages = drafting.passages();
        Insertion insertion = new Insertion(task, drafting.teams());
        new GreedyStart(insertion, passages, seed).run();
        Plan first = plan(passages, "");
        better.accept(first);
        if (stopped || passages.stream().allMatch(Passage::pinned)) {
            return first;
        }
        solver.addEventListener(event -> {
            if (event.isNewBestSolutionInitialized()) {
                better.accept(plan(event.getNewBestSolution()));
            }
        });
        return plan(solver.solve(timetable(passages, insertion)));
    }

    /** Ends the search; the best plan so far is the result. */
    public void stop() {
        stopped = true;
        solver.terminateEarly();
    }

    private Timetable timetable(List<Passage> passages, Insertion insertion) {
        List<Timetable.Member> members = new ArrayList<>();
        for (int j = 0; j < task.jurors().size(); j++) {
            members.add(new Timetable.Member(j));
        }
        int minutes = passages.stream().mapToInt(Passage::minutes).sum();
        return new Timetable(
                passages,
                members,
                new Timetable.Means(
                        task.simulationsAtOnce(), minutes * task.jurorsEach() / Math.max(1, members.size())),
                insertion);
    }

    private Plan plan(Timetable solved) {
        return plan(solved.passages(), String.valueOf(solved.score()));
    }

    private Plan plan(List<Passage> passages, String score) {
        List<Task.Placed> placed = new ArrayList<>();
        List<Plan.Missing> missing = new ArrayList<>();
        for (Passage p : passages) {
            Task.Examinee examinee = task.examinees().get(p.examinee());
            Task.Event event = task.events().get(p.event());
            @Nullable Seat seat = p.seat();
            if (seat == null) {
                missing.add(new Plan.Missing(examinee.enrolmentId(), event.code()));
            } else {
                placed.add(new Task.Placed(
                        examinee.enrolmentId(),
                        event.code(),
                        seat.start(),
                        seat.start() + p.minutes(),
                        Objects.requireNonNull(task.rooms().get(seat.room())).id(),
                        seat.team().jurorIds(task)));
            }
        }
        return new Plan(placed, missing, score);
    }
}
