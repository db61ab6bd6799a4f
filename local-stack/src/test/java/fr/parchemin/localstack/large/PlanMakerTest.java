package fr.parchemin.localstack.large;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.localstack.large.Plan.Act;
import fr.parchemin.localstack.large.Plan.Fate;
import fr.parchemin.localstack.large.Plan.Seat;
import fr.parchemin.localstack.large.Plan.Session;
import fr.parchemin.localstack.large.Plan.Someone;
import fr.parchemin.localstack.large.Terms.Period;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made up keeps the rules of the calendar, and is the same each time. */
class PlanMakerTest {

    private static final LocalDate UNTIL = LocalDate.of(2026, 11, 28);
    private static final List<Title> TITLES = Title.all();

    @ParameterizedTest
    @CsvSource({"1, 1", "60, 5", "61, 6", "2000, 1", "2000, 2"})
    void everybodySitsAndAllIsPossibleOnItsDay(int candidates, long seed) {
        DemoSet set = new DemoSet(seed, candidates, UNTIL);
        Terms terms = new Terms(set.from(), set.until(), Map.of("RNCP990001", LocalDate.of(2027, 2, 1)));
        Plan plan = new PlanMaker(set, TITLES, terms).make();

        assertThat(plan.people()).hasSize(candidates);
        assertThat(plan.people().stream().map(p -> p.person().externalRef())).doesNotHaveDuplicates();
        Map<Someone, LocalDate> notified = new HashMap<>();
        Map<Someone, LocalDate> first = new HashMap<>();
        for (Session session : plan.sessions()) {
            int title = TITLES.indexOf(session.title());
            assertThat(session.seats()).isNotEmpty().hasSizeLessThanOrEqualTo(20);
            assertThat(Terms.examines(session.town(), title)).isTrue();
            assertThat(covered(
                            terms.approvals(
                                    session.town(), title, session.title().number()),
                            session.day()))
                    .isTrue();
            assertThat(session.jurors()).hasSize(2).doesNotHaveDuplicates().allSatisfy(juror -> {
                assertThat(Terms.jurors(title)).contains(juror);
                assertThat(covered(
                                terms.accreditations(
                                        juror, title, session.title().number()),
                                session.day()))
                        .isTrue();
            });
            // R66: a month for the whole title, fifteen days for a block.
            assertThat(session.on(Act.SUMMON)).isBefore(session.day().minusMonths(1));
            for (Seat seat : session.seats()) {
                LocalDate before = notified.put(seat.who(), session.on(Act.NOTIFY));
                assertThat(before == null || before.isBefore(session.on(Act.ENROL)))
                        .isTrue();
                // R100: without a new training, within a year.
                LocalDate begun = first.computeIfAbsent(seat.who(), w -> session.day());
                assertThat(seat.path().route().equals("EXPERIENCE")
                                || session.day().isBefore(begun.plusYears(1)))
                        .isTrue();
                assertThat(seat.who().town()).isEqualTo(session.town());
            }
        }
        assertThat(notified.keySet()).hasSize(candidates);
    }

    @Test
    void thereIsSomethingOfEverythingToSee() {
        DemoSet set = new DemoSet(1, 2000, UNTIL);
        List<Session> sessions = new PlanMaker(set, TITLES, new Terms(set.from(), UNTIL, Map.of()))
                .make()
                .sessions();
        assertThat(sessions.stream().map(s -> s.day().getYear()).distinct()).contains(2022, 2023, 2024, 2025, 2026);
        assertThat(sessions.stream().map(Session::title).distinct()).hasSameElementsAs(TITLES);
        assertThat(sessions.stream().map(Session::fate).distinct()).contains(Fate.values());
        Map<Act, Long> last = sessions.stream()
                .filter(s -> !s.doneBy(UNTIL).isEmpty())
                .collect(groupingBy(s -> s.doneBy(UNTIL).getLast(), counting()));
        assertThat(last).containsKeys(Act.DECLARE, Act.ENROL, Act.SUMMON, Act.SUBMIT, Act.NOTIFY);
        assertThat(sessions.stream().filter(s -> !s.target().equals(Plan.TITLE)).count())
                .isGreaterThan(50);
        Map<String, Long> routes = sessions.stream()
                .flatMap(s -> s.seats().stream())
                .collect(groupingBy(s -> s.path().route(), counting()));
        assertThat(routes).containsOnlyKeys("CONTINUING", "APPRENTICESHIP", "PROFESSIONALISATION", "EXPERIENCE");
        assertThat(routes.get("EXPERIENCE")).isGreaterThan(100);
    }

    @Test
    void theSameSetIsTheSamePlan() {
        DemoSet set = new DemoSet(7, 500, UNTIL);
        Terms terms = new Terms(set.from(), UNTIL, Map.of());
        assertThat(new PlanMaker(set, TITLES, terms).make()).isEqualTo(new PlanMaker(set, TITLES, terms).make());
        DemoSet other = new DemoSet(8, 500, UNTIL);
        assertThat(new PlanMaker(other, TITLES, terms).make().sessions())
                .isNotEqualTo(new PlanMaker(set, TITLES, terms).make().sessions());
    }

    @Test
    void aSetIsKnownByTheManagerOfItsSessions() {
        DemoSet set = new DemoSet(7, 500, UNTIL);
        assertThat(DemoSet.of(set.manager(12))).contains(set);
        assertThat(DemoSet.of("Fictif Responsable")).isEmpty();
    }

    @Test
    void theInventedTitlesAreWhole() {
        assertThat(TITLES).hasSize(13);
        assertThat(TITLES.stream().map(Title::number)).doesNotHaveDuplicates();
        assertThat(TITLES.stream().map(Title::level).distinct()).contains(3, 4, 5, 6);
        for (Title title : TITLES) {
            assertThat(title.blocks()).hasSizeBetween(2, 4).allSatisfy(block -> assertThat(block.competences())
                    .isNotEmpty());
            assertThat(new HashSet<>(title.blockCodes())).hasSize(title.blocks().size());
        }
    }

    private static boolean covered(List<Period> periods, LocalDate day) {
        return periods.stream().anyMatch(p -> !p.from().isAfter(day) && !p.to().isBefore(day));
    }
}
