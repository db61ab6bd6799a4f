package fr.parchemin.session.planning;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.ProblemFactProperty;
import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All passages of a session as the solver sees them. What it reads and writes has to be public; nobody else does. */
@PlanningSolution
public class Timetable {

    @PlanningEntityCollectionProperty
    public List<Passage> passages = List.of();

    @ProblemFactCollectionProperty
    public List<Member> members = List.of();

    @ProblemFactProperty
    public Means means = new Means(0, 0);

    @PlanningScore
    public @Nullable HardMediumSoftScore score;

    /** How candidates are seated anew; the solver only carries it along. */
    private @Nullable Insertion insertion;

    /** For the solver, which copies. */
    public Timetable() {}

    Timetable(List<Passage> passages, List<Member> members, Means means, @Nullable Insertion insertion) {
        this.passages = passages;
        this.members = members;
        this.means = means;
        this.insertion = insertion;
    }

    /** A juror. */
    public record Member(int index) {

        boolean of(Team team) {
            return (team.members() & 1L << index) != 0;
        }
    }

    /**
     * What there is to share.
     *
     * @param simulations how many run at once
     * @param evenLoad minutes of a juror if all had the same
     */
    public record Means(int simulations, int evenLoad) {}

    Insertion insertion() {
        return Objects.requireNonNull(insertion);
    }

    List<Passage> passages() {
        return passages;
    }

    @Nullable
    HardMediumSoftScore score() {
        return score;
    }
}
