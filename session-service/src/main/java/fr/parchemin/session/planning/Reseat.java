package fr.parchemin.session.planning;

import ai.timefold.solver.core.preview.api.domain.metamodel.PlanningSolutionMetaModel;
import ai.timefold.solver.core.preview.api.domain.metamodel.PlanningVariableMetaModel;
import ai.timefold.solver.core.preview.api.move.Move;
import ai.timefold.solver.core.preview.api.move.MutableSolutionView;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedCollection;
import org.jspecify.annotations.Nullable;

/** Gives passages other seats, all at once. Public for the solver alone. */
public record Reseat(List<Passage> passages, List<@Nullable Seat> seats) implements Move<Timetable> {

    private static final PlanningVariableMetaModel<Timetable, Passage, Seat> SEAT = PlanningSolutionMetaModel.of(
                    Timetable.class, Passage.class)
            .genuineEntity(Passage.class)
            .basicVariable("seat", Seat.class);

    @Override
    public void execute(MutableSolutionView<Timetable> view) {
        for (int i = 0; i < passages.size(); i++) {
            view.changeVariable(SEAT, passages.get(i), seats.get(i));
        }
    }

    @Override
    public SequencedCollection<Object> getPlanningEntities() {
        return new ArrayList<>(passages);
    }

    @Override
    public SequencedCollection<Object> getPlanningValues() {
        return new LinkedHashSet<>(seats);
    }
}
