package fr.parchemin.session.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** That the verifier and the check see every fault: a plan that can be held is spoilt in one thing each time. */
class PlanVerifierTest {

    private static final UUID FIRST = new UUID(3, 0);
    private static final UUID SECOND = new UUID(3, 1);
    private static final Task TASK = Sessions.task(
            Sessions.days(2),
            List.of(Sessions.MSP, Sessions.ET, Sessions.QP, Sessions.EF),
            List.of(Sessions.examinee(0, 33), Sessions.examinee(1, 0, new UUID(1, 5)), Sessions.examinee(2, 0)),
            Sessions.jurors(6),
            List.of(
                    new Task.Room(new UUID(2, 0), "Salle 0", Set.of()),
                    new Task.Room(new UUID(2, 1), "Salle 1", Set.of("QP")),
                    new Task.Room(new UUID(2, 2), "Salle 2", Set.of())),
            2);

    static final List<Arguments> FAULTS = List.of(
            Arguments.of("too short", "R29", spoil(FIRST, "MSP", p -> at(p, p.start(), p.start() + 30))),
            Arguments.of("too long", "R78", spoil(SECOND, "MSP", p -> at(p, p.start(), p.start() + 35))),
            Arguments.of("over noon", "R72", spoil(SECOND, "QP", p -> at(p, 12 * 60 + 15, 12 * 60 + 45))),
            Arguments.of("before opening", "R72", spoil(SECOND, "QP", p -> at(p, 7 * 60, 7 * 60 + 30))),
            Arguments.of("one juror", "R49", spoil(FIRST, "QP", p -> by(p, new UUID(1, 0)))),
            Arguments.of("a stranger", "R44", spoil(FIRST, "QP", p -> by(p, new UUID(1, 0), new UUID(9, 9)))),
            Arguments.of("recused", "R55", spoil(SECOND, "QP", p -> by(p, new UUID(1, 4), new UUID(1, 5)))),
            Arguments.of("room for another event", null, spoil(SECOND, "ET", p -> in(p, new UUID(2, 1)))),
            Arguments.of(
                    "technical interview before the simulation",
                    "R79",
                    spoil(SECOND, "ET", p -> at(p, 9 * 60, 9 * 60 + 30))),
            Arguments.of("final interview first", "R79", spoil(SECOND, "EF", p -> at(p, 9 * 60, 9 * 60 + 20))),
            Arguments.of(
                    "candidate twice",
                    "R28",
                    spoil(SECOND, "QP", p -> by(at(p, 600, 630), new UUID(1, 0), new UUID(1, 1)))),
            Arguments.of(
                    "juror twice",
                    "R49",
                    spoil(SECOND, "QP", p -> by(at(p, 14 * 60, 14 * 60 + 30), new UUID(1, 4), new UUID(1, 0)))),
            Arguments.of(
                    "room twice", null, spoil(SECOND, "QP", p -> in(at(p, 14 * 60, 14 * 60 + 30), new UUID(2, 0)))),
            Arguments.of("actors twice", "R83", spoil(SECOND, "MSP", p -> at(p, 14 * 60 - 10, 14 * 60 + 20))),
            Arguments.of(
                    "nobody's",
                    null,
                    spoil(
                            SECOND,
                            "QP",
                            p -> new Task.Placed(
                                    new UUID(3, 99), "QP", p.start(), p.end(), p.roomId(), p.jurorIds()))));

    /** Candidate 0 in the afternoon in room 0 before jurors 0 and 1; candidate 1 in the morning in room 2 before 2 and 3. */
    private static List<Task.Placed> sound() {
        List<UUID> pair = List.of(new UUID(1, 0), new UUID(1, 1));
        List<UUID> other = List.of(new UUID(1, 2), new UUID(1, 3));
        UUID room = new UUID(2, 0);
        UUID otherRoom = new UUID(2, 2);
        int noon = 13 * 60 + 30;
        return new ArrayList<>(List.of(
                new Task.Placed(FIRST, "MSP", noon, noon + 40, room, pair),
                new Task.Placed(FIRST, "ET", noon + 40, noon + 80, room, pair),
                new Task.Placed(FIRST, "QP", noon + 80, noon + 120, room, pair),
                new Task.Placed(FIRST, "EF", noon + 120, noon + 147, room, pair),
                new Task.Placed(SECOND, "MSP", 600, 630, otherRoom, other),
                new Task.Placed(SECOND, "ET", 630, 660, otherRoom, other),
                new Task.Placed(SECOND, "QP", 660, 690, otherRoom, other),
                new Task.Placed(SECOND, "EF", 690, 710, otherRoom, other)));
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("FAULTS")
    void eachFaultIsSeen(String name, String rule, UnaryOperator<List<Task.Placed>> spoil) {
        assertThat(PlanVerifier.faults(TASK, plan(sound()))).isEmpty();
        assertThat(new CheckPlan(TASK).faults(sound())).isEmpty();
        List<Task.Placed> spoilt = spoil.apply(sound());
        assertThat(PlanVerifier.faults(TASK, plan(spoilt))).isNotEmpty();
        assertThat(new CheckPlan(TASK).faults(spoilt)).extracting(Fault::rule).contains(rule);
    }

    /** Candidate 2 is told as missing, so that the plan is told whole. */
    private static Plan plan(List<Task.Placed> placed) {
        List<Plan.Missing> missing = new ArrayList<>();
        for (Task.Examinee e : TASK.examinees()) {
            for (Task.Event event : TASK.events()) {
                if (placed.stream().noneMatch(p -> p.is(e, event))) {
                    missing.add(new Plan.Missing(e.enrolmentId(), event.code()));
                }
            }
        }
        return new Plan(placed, missing, "");
    }

    private static UnaryOperator<List<Task.Placed>> spoil(
            UUID enrolment, String event, UnaryOperator<Task.Placed> change) {
        return passages -> passages.stream()
                .map(p -> p.enrolmentId().equals(enrolment) && p.eventCode().equals(event) ? change.apply(p) : p)
                .toList();
    }

    private static Task.Placed at(Task.Placed p, int start, int end) {
        return new Task.Placed(p.enrolmentId(), p.eventCode(), start, end, p.roomId(), p.jurorIds());
    }

    private static Task.Placed by(Task.Placed p, UUID... jurors) {
        return new Task.Placed(p.enrolmentId(), p.eventCode(), p.start(), p.end(), p.roomId(), List.of(jurors));
    }

    private static Task.Placed in(Task.Placed p, UUID room) {
        return new Task.Placed(p.enrolmentId(), p.eventCode(), p.start(), p.end(), room, p.jurorIds());
    }
}
