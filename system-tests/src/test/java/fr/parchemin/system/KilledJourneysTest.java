package fr.parchemin.system;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.localstack.demo.Actors;
import fr.parchemin.localstack.demo.Api;
import fr.parchemin.localstack.demo.EventLog;
import fr.parchemin.localstack.demo.EventLog.Event;
import fr.parchemin.localstack.demo.Examination.Place;
import fr.parchemin.localstack.demo.Examination.Subject;
import fr.parchemin.localstack.demo.Journey;
import fr.parchemin.localstack.demo.JourneyClient;
import fr.parchemin.localstack.demo.JourneyListener;
import fr.parchemin.localstack.demo.Patience;
import fr.parchemin.localstack.demo.SoloJourney;
import fr.parchemin.localstack.demo.SoloJourney.Played;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Many journeys at once while the service that decides is killed at moments nobody chose: every candidate has the title
 * once, every award is told once, and no order number is missing or given twice.
 *
 * <p>{@code -Dparchemin.killed.journeys=1000} plays more; {@code -Dparchemin.killed.seed} repeats the rhythm of the
 * kills (what they meet stays a matter of chance).
 */
@ExtendWith(StackExtension.class)
class KilledJourneysTest {

    private static final String KILLED = "results-service";
    private static final int JOURNEYS = Integer.getInteger("parchemin.killed.journeys", 60);
    private static final long SEED = Long.getLong("parchemin.killed.seed", System.nanoTime());
    private static final int CLIENTS = 8;
    private static final Duration SHORT_LIFE = Duration.ofSeconds(10);
    private static final int BLOCKS = 3;
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(180));
    private static final Map<String, Integer> OF_EACH =
            Map.of("CompetenceValidated", 12, "BlockAwarded", BLOCKS, "TitleAwarded", 1, "ResultPublished", 1);
    private static final List<String> ORDER =
            List.of("CompetenceValidated", "BlockAwarded", "TitleAwarded", "ResultPublished");

    private final SystemUnderTest system;

    KilledJourneysTest(SystemUnderTest system) {
        this.system = system;
    }

    @Test
    void everyTitleIsAwardedOnceAndToldOnce() throws Exception {
        Instant start = Instant.now();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger kills = new AtomicInteger();
        List<Played> played;
        try (Api api = new Api(system.gateway(), PATIENCE);
                ExecutorService threads = Executors.newFixedThreadPool(CLIENTS + 1)) {
            JourneyClient client = new JourneyClient(api, Actors.demo());
            Journey journey = new Journey(client, JourneyListener.SILENT, Clock.systemUTC());
            Subject title = Subject.title(journey.readCatalogue());
            Place place = journey.prepareCentre();
            SoloJourney solo = new SoloJourney(client, journey, title, place);
            Future<?> killer = threads.submit(() -> killNowAndThen(over, kills));
            try {
                List<Callable<Played>> journeys = IntStream.range(0, JOURNEYS)
                        .<Callable<Played>>mapToObj(i -> solo::play)
                        .toList();
                played = results(threads.invokeAll(journeys));
            } finally {
                over.set(true);
                killer.get();
            }
        }
        assertThat(kills).as("kills, seed %d", SEED).hasPositiveValue();
        System.out.printf(
                "%d journeys, %s killed %d times in %d s, seed %d%n",
                JOURNEYS,
                KILLED,
                kills.get(),
                Duration.between(start, Instant.now()).toSeconds(),
                SEED);
        Set<String> candidates = played.stream().map(Played::candidateId).collect(Collectors.toSet());
        assertThat(candidates).hasSize(JOURNEYS);
        assertAwardedOnce(candidates);
        assertNumbersComplete();
        assertToldOnceInOrder(candidates, start);
    }

    private void killNowAndThen(AtomicBoolean over, AtomicInteger kills) {
        Random random = new Random(SEED);
        Duration longestLife = SHORT_LIFE;
        while (!over.get()) {
            pause(random.nextInt((int) longestLife.toMillis()));
            system.kill(KILLED);
            kills.incrementAndGet();
            long begun = System.nanoTime();
            system.restart(KILLED);
            system.awaitReady();
            // Where it takes long to come back, it lives long enough to be killed at work and not only while it warms
            // up.
            longestLife = Duration.ofNanos(Math.max(SHORT_LIFE.toNanos(), 3 * (System.nanoTime() - begun)));
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Played> results(List<Future<Played>> futures) throws Exception {
        List<Played> all = new ArrayList<>();
        for (Future<Played> future : futures) {
            all.add(future.get());
        }
        return all;
    }

    private void assertAwardedOnce(Set<String> candidates) throws SQLException {
        try (Connection connection = system.database("results").getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select candidate_id::text, count(*) filter (where kind = 'TITLE'),
                            count(*) filter (where kind = 'BLOCK'),
                            count(distinct block_code) filter (where kind = 'BLOCK')
                        from award where candidate_id = any (?) group by candidate_id
                        """)) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid",
                            candidates.stream().map(java.util.UUID::fromString).toArray()));
            int seen = 0;
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    assertThat(List.of(row.getInt(2), row.getInt(3), row.getInt(4)))
                            .as("titles, blocks, different blocks of " + row.getString(1))
                            .isEqualTo(List.of(1, BLOCKS, BLOCKS));
                    seen++;
                }
            }
            assertThat(seen).as("candidates with awards").isEqualTo(JOURNEYS);
        }
    }

    /** Order numbers of an authority and a year count from one: as many as the highest, each once (R36). */
    private void assertNumbersComplete() throws SQLException {
        try (Connection connection = system.database("results").getConnection();
                ResultSet row = connection.createStatement().executeQuery("""
                        select regexp_replace(order_number, '[0-9]+$', ''), count(*), count(distinct order_number),
                            max(substring(order_number from '([0-9]+)$')::integer)
                        from session_record where order_number is not null group by 1
                        """)) {
            boolean any = false;
            while (row.next()) {
                any = true;
                assertThat(List.of(row.getInt(2), row.getInt(3)))
                        .as("numbers and different numbers of the series " + row.getString(1))
                        .isEqualTo(List.of(row.getInt(4), row.getInt(4)));
            }
            assertThat(any).as("order numbers were given").isTrue();
        }
    }

    private void assertToldOnceInOrder(Set<String> candidates, Instant start) {
        Map<String, Integer> expected =
                OF_EACH.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue() * JOURNEYS));
        try (EventLog log = new EventLog(system.bootstrapServers(), start)) {
            PATIENCE.await("every result in Kafka", () -> {
                log.poll();
                return java.util.Optional.of(EventLog.tally(told(log, candidates)))
                        .filter(t -> t.getOrDefault("ResultPublished", 0) >= JOURNEYS);
            });
            assertThat(EventLog.tally(told(log, candidates))).containsExactlyInAnyOrderEntriesOf(expected);
            told(log, candidates).stream()
                    .collect(Collectors.groupingBy(Event::key))
                    .forEach((candidate, own) -> {
                        assertThat(EventLog.tally(own)).as(candidate).containsExactlyInAnyOrderEntriesOf(OF_EACH);
                        assertThat(own.stream()
                                        .sorted(Comparator.comparing(Event::offset))
                                        .map(e -> ORDER.indexOf(e.name()))
                                        .toList())
                                .as(candidate)
                                .isSorted();
                    });
        }
    }

    private static List<Event> told(EventLog log, Set<String> candidates) {
        return log.of(candidates).stream().filter(e -> ORDER.contains(e.name())).toList();
    }
}
