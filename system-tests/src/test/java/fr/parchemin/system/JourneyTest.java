package fr.parchemin.system;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.localstack.demo.Actors;
import fr.parchemin.localstack.demo.Api;
import fr.parchemin.localstack.demo.Corrections;
import fr.parchemin.localstack.demo.Deadlines;
import fr.parchemin.localstack.demo.EventLog;
import fr.parchemin.localstack.demo.EventLog.Event;
import fr.parchemin.localstack.demo.Journey;
import fr.parchemin.localstack.demo.Journey.Outcome;
import fr.parchemin.localstack.demo.JourneyClient;
import fr.parchemin.localstack.demo.JourneyListener;
import fr.parchemin.localstack.demo.Patience;
import fr.parchemin.localstack.demo.Phase;
import fr.parchemin.localstack.demo.Revision;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The journey of the demonstration on the packaged services, undisturbed and with one part failing in the middle: each
 * time the same final table, no event lost, no effect twice.
 */
@ExtendWith(StackExtension.class)
class JourneyTest {

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(90));
    private static final String TITLE = "TITLE";
    private static final String CCP = "CCP RNCP37722BC02";

    /** What tells one effect from another: two events of a name with the same values would be one effect twice. */
    private static final Map<String, List<String>> EFFECT = Map.of(
            "CompetenceValidated", List.of("candidateId", "sessionId", "competenceCode"),
            "BlockAwarded", List.of("candidateId", "blockCode"),
            "TitleAwarded", List.of("candidateId", "certificationNumber"),
            "ResultPublished", List.of("enrolmentId"),
            "AttendanceRecorded", List.of("enrolmentId"),
            "AssessmentRecorded", List.of("enrolmentId", "eventCode", "jurorId"),
            "RecordSigned", List.of("recordId", "jurorId"),
            "RecordValidated", List.of("recordId"),
            "CandidateIdentified", List.of("candidateId", "version"));

    private final SystemUnderTest system;

    JourneyTest(SystemUnderTest system) {
        this.system = system;
    }

    @Test
    void undisturbed() {
        play(JourneyListener.SILENT);
    }

    @Test
    void onTheSameSystemAgainWithNewCandidates() {
        Outcome first = play(JourneyListener.SILENT);
        Outcome second = play(JourneyListener.SILENT);
        assertThat(second.keys()).doesNotContainAnyElementsOf(first.keys());
    }

    @Test
    void withTheResultsServiceKilledBetweenFindingsAndValidation() {
        play(before(Map.of(
                new Moment(Phase.RECORD, TITLE), () -> system.killAndRestart("results-service"),
                new Moment(Phase.VALIDATION, TITLE), () -> system.killAndRestart("results-service"))));
    }

    @Test
    void withTheBrokerStoppedDuringTheWholeSessionPhase() {
        play(before(Map.of(
                new Moment(Phase.SESSION, TITLE), system::stopBroker,
                new Moment(Phase.FINDINGS, TITLE), system::startBroker,
                new Moment(Phase.SESSION, CCP), system::stopBroker,
                new Moment(Phase.FINDINGS, CCP), system::startBroker)));
    }

    @Test
    void withPostgresRestarted() {
        play(before(Map.of(
                new Moment(Phase.FINDINGS, TITLE), system::restartPostgres,
                new Moment(Phase.VALIDATION, TITLE), system::restartPostgres,
                new Moment(Phase.SESSION, CCP), system::restartPostgres)));
    }

    @Test
    void thenARecordRectifiedATitleWithdrawnASessionAnnulledAndWhatTheCalendarAllows() {
        try (Api api = new Api(system.gateway(), PATIENCE)) {
            JourneyClient client = new JourneyClient(api, Actors.demo());
            String run = UUID.randomUUID().toString().substring(0, 8);
            Instant start = Instant.now();
            Corrections.Outcome corrected =
                    new Corrections(client, JourneyListener.SILENT, Clock.systemUTC()).play(run);
            assertThat(corrected.findings()).isEmpty();
            assertTally(corrected.names().keySet(), Corrections.expectedEvents(), start);

            start = Instant.now();
            Deadlines.Outcome dated =
                    new Deadlines(client, JourneyListener.SILENT, Clock.systemUTC()).play(run, corrected.partly());
            assertThat(dated.findings()).isEmpty();
            assertTally(dated.names().keySet(), Deadlines.expectedEvents(), start);
        }
    }

    @Test
    void thenATitleRevisedAndAComplementAddedToIt() {
        try (Api api = new Api(system.gateway(), PATIENCE)) {
            JourneyClient client = new JourneyClient(api, Actors.demo());
            Instant start = Instant.now();
            Revision.Outcome outcome = new Revision(client, JourneyListener.SILENT, Clock.systemUTC())
                    .play(UUID.randomUUID().toString().substring(0, 8));
            assertThat(outcome.findings()).isEmpty();
            assertTally(outcome.names().keySet(), Revision.expectedEvents(), start);
        }
    }

    private Outcome play(JourneyListener listener) {
        Instant start = Instant.now();
        try (Api api = new Api(system.gateway(), PATIENCE)) {
            JourneyClient client = new JourneyClient(api, Actors.demo());
            Journey journey = new Journey(client, listener, Clock.systemUTC());
            Outcome outcome = journey.play(journey.nextRun());
            assertThat(outcome.differences()).isEmpty();
            assertEvents(outcome.keys(), start);
            return outcome;
        }
    }

    private void assertEvents(Set<String> keys, Instant start) {
        List<Event> events = assertTally(keys, Journey.expectedEvents(), start);
        EFFECT.forEach((name, fields) -> assertThat(events.stream()
                        .filter(e -> e.name().equals(name))
                        .map(e -> values(e, fields))
                        .toList())
                .as(name)
                .doesNotHaveDuplicates());
        assertInOrder(events);
    }

    private List<Event> assertTally(Set<String> keys, Map<String, Integer> expected, Instant start) {
        try (EventLog log = new EventLog(system.bootstrapServers(), start)) {
            List<Event> events = log.readUntil(keys, expected, PATIENCE);
            assertThat(EventLog.tally(events)).isEqualTo(expected);
            return events;
        }
    }

    /** Within a candidate: competences, then blocks, then the title, then the published result of each session. */
    private static void assertInOrder(List<Event> events) {
        List<String> order = List.of("CompetenceValidated", "BlockAwarded", "TitleAwarded", "ResultPublished");
        Map<String, List<Event>> byCandidateAndSession = events.stream()
                .filter(e -> order.contains(e.name()))
                .collect(Collectors.groupingBy(
                        e -> e.key() + " " + values(e, List.of("sessionId")), Collectors.toList()));
        byCandidateAndSession.forEach((key, own) -> assertThat(own.stream()
                        .sorted(java.util.Comparator.comparing(Event::offset))
                        .map(e -> order.indexOf(e.name()))
                        .toList())
                .as(key)
                .isSorted());
    }

    private static String values(Event event, List<String> fields) {
        return fields.stream().map(event::field).collect(Collectors.joining(" "));
    }

    private record Moment(Phase phase, String session) {}

    private static JourneyListener before(Map<Moment, Runnable> disturbances) {
        Function<Moment, Runnable> find = moment -> disturbances.getOrDefault(moment, () -> {});
        return new JourneyListener() {
            @Override
            public void before(Phase phase, String session) {
                find.apply(new Moment(phase, session)).run();
            }
        };
    }
}
