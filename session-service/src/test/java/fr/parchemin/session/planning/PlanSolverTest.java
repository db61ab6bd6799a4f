package fr.parchemin.session.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the solver finds, as {@link PlanVerifier} sees it. */
class PlanSolverTest {

    /** Long enough for the steps to end the search: what comes out does not depend on the machine. */
    private static final PlanSolver.Limits FEW_STEPS = new PlanSolver.Limits(Duration.ofMinutes(5), 300, 0);

    @Test
    void plansOfRandomSessionsCanBeHeld() {
        int complete = 0;
        int incomplete = 0;
        for (long seed = 0; seed < 60; seed++) {
            Task task = Sessions.random(new Random(seed));
            List<String> told = new ArrayList<>();
            Plan plan = new PlanSolver(task, FEW_STEPS).solve(p -> told.addAll(PlanVerifier.faults(task, p)));
            assertThat(PlanVerifier.faults(task, plan)).as("seed %d", seed).isEmpty();
            assertThat(told).as("seed %d, on the way", seed).isEmpty();
            assertThat(new CheckPlan(task).faults(plan.placed()))
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(new ExplainMissing(task, plan).all())
                    .as("seed %d", seed)
                    .hasSize(plan.missing().size());
            if (plan.complete()) {
                complete++;
                assertThat(new FindObstacles(task).all())
                        .as("seed %d is possible", seed)
                        .isEmpty();
            } else {
                incomplete++;
            }
        }
        assertThat(complete).isPositive();
        assertThat(incomplete).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"15, 2, 4, 1, 2", "60, 6, 6, 3, 2", "60, 6, 5, 3, 6", "150, 6, 14, 3, 2"})
    void wholeSessionsFindAPlaceForEverybody(int candidates, int jurors, int days, int rooms, int actors) {
        List<Task.Examinee> examinees = new ArrayList<>();
        for (int i = 0; i < candidates; i++) {
            UUID[] recused = days > 5 && jurors > 2 && i % 9 == 0 ? new UUID[] {new UUID(1, i % jurors)} : new UUID[0];
            examinees.add(Sessions.examinee(i, days > 5 && i % 10 == 1 ? 33 : 0, recused));
        }
        Task task = Sessions.task(
                Sessions.days(days),
                List.of(Sessions.MSP, Sessions.ET, Sessions.QP, Sessions.EF),
                examinees,
                Sessions.jurors(jurors),
                Sessions.rooms(rooms),
                actors);
        Plan plan = new PlanSolver(task, new PlanSolver.Limits(Duration.ofMinutes(5), 20, 0)).solve(p -> {});
        assertThat(PlanVerifier.faults(task, plan)).isEmpty();
        assertThat(plan.missing()).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSamePlan() {
        Task task = Sessions.random(new Random(7));
        Plan first = new PlanSolver(task, FEW_STEPS).solve(p -> {});
        Plan second = new PlanSolver(task, FEW_STEPS).solve(p -> {});
        assertThat(second).isEqualTo(first);
    }

    @Test
    void whatIsFixedStays() {
        Task task = Sessions.small(3);
        Plan first = new PlanSolver(task, FEW_STEPS).solve(p -> {});
        Task.Placed moved = new Task.Placed(
                new UUID(3, 1), "MSP", 15 * 60, 15 * 60 + 30, new UUID(2, 0), List.of(new UUID(1, 0), new UUID(1, 1)));
        assertThat(first.placed()).doesNotContain(moved);
        Plan second = new PlanSolver(task.fixing(List.of(moved)), FEW_STEPS).solve(p -> {});
        assertThat(second.placed()).contains(moved);
        assertThat(second.complete()).isTrue();
        assertThat(PlanVerifier.faults(task, second)).isEmpty();
    }

    @Test
    void candidatesWaitLittleAndSeeOneJury() {
        Task task = Sessions.task(
                Sessions.days(1),
                List.of(Sessions.MSP, Sessions.ET, Sessions.QP, Sessions.EF),
                Sessions.examinees(8),
                Sessions.jurors(4),
                Sessions.rooms(2),
                4);
        Plan plan = new PlanSolver(task, FEW_STEPS).solve(p -> {});
        assertThat(plan.complete()).isTrue();
        for (Task.Examinee e : task.examinees()) {
            List<Task.Placed> own = plan.placed().stream()
                    .filter(p -> p.enrolmentId().equals(e.enrolmentId()))
                    .toList();
            int first = own.stream().mapToInt(Task.Placed::start).min().orElseThrow();
            int last = own.stream().mapToInt(Task.Placed::end).max().orElseThrow();
            assertThat(last - first).as(e.name()).isEqualTo(110);
            assertThat(own.stream().map(Task.Placed::jurorIds).distinct())
                    .as(e.name())
                    .hasSize(1);
        }
    }
}
