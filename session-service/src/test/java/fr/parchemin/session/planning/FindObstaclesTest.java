package fr.parchemin.session.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** What is impossible is told beforehand, for whom and what would help; or found afterwards and explained. */
class FindObstaclesTest {

    private static final List<Task.Event> TITLE = List.of(Sessions.MSP, Sessions.ET, Sessions.QP, Sessions.EF);
    private static final UUID J0 = new UUID(1, 0);
    private static final UUID J1 = new UUID(1, 1);

    static final List<Arguments> CAUSES = List.of(
            Arguments.of("nobody enrolled", Sessions.small(0), List.of("Nobody is enrolled: enrol candidates first.")),
            Arguments.of(
                    "no jury, no room, no day at once",
                    Sessions.task(List.of(), TITLE, Sessions.examinees(1), List.of(), List.of(), 2),
                    List.of(
                            "The jury has 0 member(s); 2 are needed: appoint the jury first.",
                            "The site has no room: add one with POST /v1/centres/{centreId}/sites/{siteId}/rooms.",
                            "No day of the session is open from now on: name the days to use in days, or the hours in opensAt and closesAt.")),
            Arguments.of(
                    "one juror left",
                    Sessions.task(
                            Sessions.days(1),
                            TITLE,
                            List.of(Sessions.examinee(0, 0, J0)),
                            Sessions.jurors(2),
                            Sessions.rooms(1),
                            2),
                    List.of(
                            "FICTIF Candidat 0: only FICTIF Juré 1 is not recused; 2 are needed. Add an accredited juror who has no tie with this candidate.")),
            Arguments.of(
                    "every juror recused",
                    Sessions.task(
                            Sessions.days(1),
                            TITLE,
                            List.of(Sessions.examinee(0, 0, J0, J1)),
                            Sessions.jurors(2),
                            Sessions.rooms(1),
                            2),
                    List.of(
                            "FICTIF Candidat 0: every juror is recused; 2 are needed. Add an accredited juror who has no tie with this candidate.")),
            Arguments.of(
                    "extra time makes an event too long",
                    Sessions.task(
                            List.of(
                                    new Task.Window(540, 575),
                                    new Task.Window(600, 635),
                                    new Task.Window(660, 695),
                                    new Task.Window(700, 735),
                                    new Task.Window(800, 835)),
                            List.of(Sessions.MSP),
                            List.of(Sessions.examinee(0, 0), Sessions.examinee(1, 33)),
                            Sessions.jurors(2),
                            Sessions.rooms(1),
                            2),
                    List.of(
                            "FICTIF Candidat 1: MSP takes 40 min with the extra time, and the longest time without a break is 35 min. Shorten a break or lengthen the day.")),
            Arguments.of(
                    "extra time makes the day too short",
                    Sessions.task(
                            List.of(new Task.Window(540, 660)),
                            TITLE,
                            List.of(Sessions.examinee(0, 33)),
                            Sessions.jurors(4),
                            Sessions.rooms(2),
                            2),
                    List.of(
                            "FICTIF Candidat 0: the events take 147 min with the extra time, and the site is open for 120 min. Lengthen the day or the session.")),
            Arguments.of(
                    "too few minutes of juries",
                    Sessions.task(
                            Sessions.days(1), TITLE, Sessions.examinees(8), Sessions.jurors(2), Sessions.rooms(3), 4),
                    List.of(
                            "Too little time: judging takes 880 min, and 2 jurors who sit by 2 have 480 min. 400 min are missing; 2 more juror(s) or 1 more day(s) would be enough, or longer hours.")),
            Arguments.of(
                    "too few minutes of rooms",
                    Sessions.task(
                            Sessions.days(1), TITLE, Sessions.examinees(8), Sessions.jurors(4), Sessions.rooms(1), 4),
                    List.of(
                            "Too little time: the passages take 880 min, and 1 room(s) are open for 480 min. 400 min are missing; 1 more room(s) or 1 more day(s) would be enough, or longer hours.")),
            Arguments.of(
                    "too few minutes of actors",
                    Sessions.task(
                            Sessions.days(1),
                            List.of(Sessions.MSP),
                            Sessions.examinees(20),
                            Sessions.jurors(4),
                            Sessions.rooms(2),
                            2),
                    List.of(
                            "Too little time: the simulations take 600 min with 2 actors each, and 2 actors have 480 min. 120 min are missing; 2 more actor(s) or 1 more day(s) would be enough, or longer hours.")),
            Arguments.of(
                    "no actor",
                    Sessions.task(
                            Sessions.days(1), TITLE, Sessions.examinees(1), Sessions.jurors(2), Sessions.rooms(1), 1),
                    List.of("A simulation takes 2 actors; 1 are there.")),
            Arguments.of(
                    "no room for an event",
                    Sessions.task(
                            Sessions.days(1),
                            TITLE,
                            Sessions.examinees(1),
                            Sessions.jurors(2),
                            List.of(new Task.Room(new UUID(2, 0), "Salle 0", Set.of("ET", "QP", "EF"))),
                            2),
                    List.of("No room takes MSP (Mise en situation): add one, or open another to it.")),
            Arguments.of(
                    "many candidates for few jurors",
                    Sessions.task(
                            Sessions.days(1),
                            TITLE,
                            List.of(
                                    Sessions.examinee(0, 0, J0, J1),
                                    Sessions.examinee(1, 0, J0, J1),
                                    Sessions.examinee(2, 0, J0, J1),
                                    Sessions.examinee(3, 0, J0, J1),
                                    Sessions.examinee(4, 0, J0, J1)),
                            Sessions.jurors(4),
                            Sessions.rooms(2),
                            4),
                    List.of(
                            "5 candidates (FICTIF Candidat 0, FICTIF Candidat 1, FICTIF Candidat 2…) can be judged by FICTIF Juré 2 and FICTIF Juré 3 alone: that takes 550 min, and they have 480 min. Add a juror without a tie, or days.")));

    @ParameterizedTest(name = "{0}")
    @FieldSource("CAUSES")
    void everyCauseIsToldAtOnce(String name, Task task, List<String> messages) {
        assertThat(new FindObstacles(task).all()).extracting(Fault::message).containsExactlyElementsOf(messages);
    }

    @Test
    void whatIsPossibleHasNoObstacle() {
        assertThat(new FindObstacles(Sessions.small(4)).all()).isEmpty();
    }

    @Test
    void whatIsPinnedWhereItCannotBeIsTold() {
        Task task = Sessions.small(1)
                .fixing(List.of(new Task.Placed(
                        new UUID(3, 0), "MSP", 12 * 60 + 30, 13 * 60, new UUID(2, 0), List.of(J0, J1))));
        assertThat(new FindObstacles(task).all())
                .extracting(Fault::message)
                .containsExactly(
                        "Fixed, because it is pinned or has begun: FICTIF Candidat 0, MSP: 2027-03-08 12:30 to 2027-03-08 13:00 is not within the opening hours, breaks left out. Open that day: 08:30–12:30, 13:30–17:30. Move it or unpin it.");
    }

    @Test
    void whatOnlyTheSearchShowsIsExplained() {
        // The minutes suffice (2 × 30 of 60), but one pair of actors cannot play twice in 45 minutes.
        Task task = Sessions.task(
                List.of(new Task.Window(540, 585)),
                List.of(Sessions.MSP),
                Sessions.examinees(2),
                Sessions.jurors(4),
                Sessions.rooms(2),
                3);
        Task enough = Sessions.task(
                List.of(new Task.Window(540, 585), new Task.Window(1980, 1995)),
                List.of(Sessions.MSP),
                Sessions.examinees(2),
                Sessions.jurors(4),
                Sessions.rooms(2),
                2);
        assertThat(new FindObstacles(task).all()).isNotEmpty();
        assertThat(new FindObstacles(enough).all()).isEmpty();
        Plan plan = new PlanSolver(enough, new PlanSolver.Limits(Duration.ofMinutes(1), 50, 0)).solve(p -> {});
        assertThat(plan.missing()).hasSize(1);
        List<Fault> why = new ArrayList<>(new ExplainMissing(enough, plan).all());
        assertThat(why).hasSize(1);
        assertThat(why.getFirst().rule()).isEqualTo("R83");
        assertThat(why.getFirst().message())
                .contains(
                        "MSP (30 min) found no place",
                        "the actors are taken",
                        "2 more actor(s) would make it possible");
    }
}
