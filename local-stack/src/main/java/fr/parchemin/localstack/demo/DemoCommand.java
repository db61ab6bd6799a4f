package fr.parchemin.localstack.demo;

import fr.parchemin.localstack.GatewayOption;
import fr.parchemin.localstack.HttpAddress;
import fr.parchemin.localstack.demo.EventLog.Event;
import fr.parchemin.localstack.demo.Journey.Outcome;
import fr.parchemin.localstack.large.LargeDemo;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parchemin demo}: plays the journey on the running system and shows what came of it. */
@Command(
        name = "demo",
        description = "Plays the journey of three invented candidates on the running system.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(60));
    /** In place of the address of a broker that cannot be reached from here, as in containers. */
    private static final String NO_BROKER = "none";

    @Mixin
    private final GatewayOption gateway = new GatewayOption();

    @Option(
            names = "--kafka",
            description = "Address of the broker, or none: the events are not read back then (${DEFAULT-VALUE}).",
            defaultValue = "${sys:parchemin.kafka:-localhost:19092}")
    private String kafka = "localhost:19092";

    @Option(
            names = "--large",
            paramLabel = "N",
            description = "Instead, fill the system with N invented candidates over five years.")
    private @Nullable Integer large;

    @Option(
            names = "--seed",
            description = "What the filling is made up from; another one adds to what is there (${DEFAULT-VALUE}).",
            defaultValue = "1")
    private long seed;

    @Option(names = "--clients", description = "Clients at once, with --large (${DEFAULT-VALUE}).", defaultValue = "8")
    private int clients;

    @Option(
            names = "--services",
            split = ",",
            description = "Addresses of the services, whose clocks are moved, with --large (${DEFAULT-VALUE}).",
            converter = HttpAddress.class,
            defaultValue =
                    "${sys:parchemin.services:-http://localhost:8081,http://localhost:8082,http://localhost:8083}")
    private List<URI> services = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        return large == null ? playJourneys() : fill(large);
    }

    private int fill(int candidates) throws InterruptedException {
        if (candidates < 1 || clients < 1) {
            throw new ParameterException(spec.commandLine(), "--large and --clients are at least 1");
        }
        PrintWriter out = spec.commandLine().getOut();
        try {
            new LargeDemo(gateway.uri(), services, seed, candidates, clients, out, Clock.systemUTC()).play();
            return 0;
        } catch (JourneyException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        } finally {
            out.flush();
        }
    }

    private int playJourneys() {
        PrintWriter out = spec.commandLine().getOut();
        try (Api api = new Api(gateway.uri(), PATIENCE)) {
            api.requireGateway();
            Instant start = Instant.now();
            JourneyClient client = new JourneyClient(api, Actors.demo());
            Steps steps = new Steps(out);
            Journey journey = new Journey(client, steps, Clock.systemUTC());
            String run = journey.nextRun();
            out.println("Run %s. Every person and place below is invented.".formatted(run));
            Outcome outcome = journey.play(run);
            List<String> differences = new ArrayList<>(outcome.differences());
            out.println();
            outcome.table().print().forEach(out::println);
            differences.addAll(showEvents(out, outcome.names(), Journey.expectedEvents(), start));

            start = Instant.now();
            Corrections.Outcome corrected = new Corrections(client, steps, Clock.systemUTC()).play(run);
            differences.addAll(corrected.findings());
            differences.addAll(showEvents(out, corrected.names(), Corrections.expectedEvents(), start));

            start = Instant.now();
            Deadlines.Outcome dated = new Deadlines(client, steps, Clock.systemUTC()).play(run, corrected.partly());
            differences.addAll(dated.findings());
            differences.addAll(showEvents(out, dated.names(), Deadlines.expectedEvents(), start));

            start = Instant.now();
            Revision.Outcome revised = new Revision(client, steps, Clock.systemUTC()).play(run);
            differences.addAll(revised.findings());
            differences.addAll(showEvents(out, revised.names(), Revision.expectedEvents(), start));

            out.println();
            if (differences.isEmpty()) {
                out.println(
                        kafka.equals(NO_BROKER)
                                ? "As expected: everybody got what the rules give them. Nobody looked at the events."
                                : "As expected: everybody got what the rules give them, and every event arrived once.");
                return 0;
            }
            out.println("Not as expected:");
            differences.forEach(d -> out.println("  " + d));
            return 1;
        } catch (JourneyException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        } finally {
            out.flush();
        }
    }

    private List<String> showEvents(
            PrintWriter out, Map<String, String> names, Map<String, Integer> expected, Instant start) {
        if (kafka.equals(NO_BROKER)) {
            return List.of();
        }
        List<Event> events;
        try (EventLog log = new EventLog(kafka, start)) {
            events = log.readUntil(names.keySet(), expected, PATIENCE);
        } catch (KafkaException e) {
            throw new JourneyException(
                    "The broker at %s does not answer: name the right one with --kafka.".formatted(kafka), e);
        }
        out.println();
        out.println("Events, read back from Kafka:");
        TextTable.of(List.of("topic", "type", "", "key", "that is"), inOrder(events, names))
                .forEach(out::println);
        List<String> differences = new ArrayList<>();
        Map<String, Integer> tally = EventLog.tally(events);
        if (!tally.equals(expected)) {
            differences.add("events are %s, expected %s".formatted(tally, expected));
        }
        return differences;
    }

    /** One row for each event, or for several of a type that follow each other under one key. */
    private static List<List<String>> inOrder(List<Event> events, Map<String, String> names) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0, next; i < events.size(); i = next) {
            Event event = events.get(i);
            next = i + 1;
            while (next < events.size()
                    && events.get(next).name().equals(event.name())
                    && events.get(next).key().equals(event.key())) {
                next++;
            }
            rows.add(List.of(
                    event.topic(),
                    event.name(),
                    next - i == 1 ? "" : "× " + (next - i),
                    event.key(),
                    names.getOrDefault(event.key(), "")));
        }
        return rows;
    }

    /** One line for each step. */
    private static final class Steps implements JourneyListener {

        private final PrintWriter out;
        private int number;

        Steps(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void before(Phase phase, String session) {
            out.println();
            out.println(
                    switch (phase) {
                        case CATALOGUE -> "The catalogue";
                        case SETUP -> "The centre and the jury";
                        case SESSION -> "The session " + session;
                        case FINDINGS -> "What the jurors find, " + session;
                        case RECORD -> "The record, " + session;
                        case VALIDATION -> "The validation, " + session;
                        case NOTIFICATION -> "The notification, " + session;
                        case VERIFICATION -> "The verification";
                        case RECTIFICATION -> "A record corrected";
                        case WITHDRAWAL -> "A title withdrawn";
                        case DEADLINES -> "What the calendar allows";
                        case REVISION -> "A title revised";
                        case COMPLEMENT -> "A certificate added to a title";
                        case ANNULMENT -> "A session annulled, " + session;
                    });
            out.flush();
        }

        @Override
        public void step(String who, String what, String result) {
            number++;
            out.println("%3d  %-14s  %-62s  %s".formatted(number, who, what, result));
            out.flush();
        }
    }
}
