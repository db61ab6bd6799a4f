package fr.parchemin.localstack.bench;

import fr.parchemin.localstack.GatewayOption;
import fr.parchemin.localstack.demo.Actors;
import fr.parchemin.localstack.demo.Api;
import fr.parchemin.localstack.demo.EventLog;
import fr.parchemin.localstack.demo.EventLog.Event;
import fr.parchemin.localstack.demo.Examination.Place;
import fr.parchemin.localstack.demo.Examination.Subject;
import fr.parchemin.localstack.demo.Journey;
import fr.parchemin.localstack.demo.JourneyClient;
import fr.parchemin.localstack.demo.JourneyException;
import fr.parchemin.localstack.demo.JourneyListener;
import fr.parchemin.localstack.demo.Patience;
import fr.parchemin.localstack.demo.SoloJourney;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parchemin bench journey}: whole journeys by many clients at once. */
@Command(
        name = "journey",
        description = {
            "Plays journeys with many clients at once and counts them.",
            "One journey is one new candidate from the registration to the notified title in a session of their own."
        },
        mixinStandardHelpOptions = true)
public final class JourneyBench implements Callable<Integer> {

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(60));

    @Option(names = "--clients", description = "Clients at once (${DEFAULT-VALUE}).", defaultValue = "16")
    private int clients;

    @Option(names = "--seconds", description = "Length of the measurement (${DEFAULT-VALUE}).", defaultValue = "30")
    private int seconds;

    @Option(
            names = "--warm-up",
            description = "Seconds of the same load before it, not counted (${DEFAULT-VALUE}).",
            defaultValue = "15")
    private int warmUp;

    @Mixin
    private final GatewayOption gateway = new GatewayOption();

    @Option(
            names = "--kafka",
            description = "Address of the broker (${DEFAULT-VALUE}).",
            defaultValue = "${sys:parchemin.kafka:-localhost:19092}")
    private String kafka = "localhost:19092";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** A journey that came to its end; times of {@link System#nanoTime}. */
    private record Played(String candidateId, long begun, long validated, long ended) {}

    @Override
    public Integer call() throws InterruptedException {
        if (clients < 1 || seconds < 1 || warmUp < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--clients and --seconds are at least 1, --warm-up at least 0");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Api api = new Api(gateway.uri(), PATIENCE);
                EventLog log = connect(api)) {
            JourneyClient client = new JourneyClient(api, Actors.demo());
            Journey journey = new Journey(client, JourneyListener.SILENT, Clock.systemUTC());
            Subject title = Subject.title(journey.readCatalogue());
            Place place = journey.prepareCentre();
            out.println(
                    "%d clients, %d s of warm-up, %d s measured. One journey = one new candidate from the registration"
                            .formatted(clients, warmUp, seconds));
            out.println("to the notified title in a session of their own: about 30 requests through the gateway.");
            out.flush();
            return measure(out, log, new SoloJourney(client, journey, title, place));
        } catch (JourneyException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        } finally {
            out.flush();
        }
    }

    private EventLog connect(Api api) {
        api.requireGateway();
        try {
            return new EventLog(kafka, Instant.now());
        } catch (KafkaException e) {
            throw new JourneyException(
                    "The broker at %s does not answer: name the right one with --kafka.".formatted(kafka), e);
        }
    }

    private int measure(PrintWriter out, EventLog log, SoloJourney solo) throws InterruptedException {
        long from = System.nanoTime() + Duration.ofSeconds(warmUp).toNanos();
        long until = from + Duration.ofSeconds(seconds).toNanos();
        Map<String, Long> titleSeen = new ConcurrentHashMap<>();
        AtomicBoolean listening = new AtomicBoolean(true);
        ConcurrentLinkedQueue<Played> played = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients + 1)) {
            Future<?> listener = threads.submit(() -> listen(log, titleSeen, listening));
            try {
                List<Future<?>> players = new ArrayList<>();
                for (int i = 0; i < clients; i++) {
                    players.add(threads.submit(() -> {
                        while (System.nanoTime() < until) {
                            try {
                                played.add(playOne(solo));
                            } catch (JourneyException e) {
                                failures.add(String.valueOf(e.getMessage()));
                                return;
                            }
                        }
                    }));
                }
                for (Future<?> player : players) {
                    player.get();
                }
                awaitTitles(played, titleSeen);
            } finally {
                listening.set(false);
            }
            listener.get();
        } catch (ExecutionException e) {
            throw new JourneyException("the measurement broke off: " + e.getCause(), e);
        }
        return report(
                out,
                played.stream()
                        .filter(p -> p.ended() >= from && p.ended() < until)
                        .toList(),
                titleSeen,
                failures);
    }

    private static Played playOne(SoloJourney solo) {
        long begun = System.nanoTime();
        SoloJourney.Played played = solo.play();
        return new Played(played.candidateId(), begun, played.concluded().validatedAtNanos(), System.nanoTime());
    }

    private static void listen(EventLog log, Map<String, Long> titleSeen, AtomicBoolean listening) {
        while (listening.get()) {
            for (Event event : log.poll()) {
                if (event.name().equals("TitleAwarded")) {
                    titleSeen.put(event.key(), System.nanoTime());
                }
            }
        }
    }

    private static void awaitTitles(Iterable<Played> played, Map<String, Long> titleSeen) {
        for (Played one : played) {
            PATIENCE.await(
                    "the title of " + one.candidateId() + " in Kafka",
                    () -> Optional.ofNullable(titleSeen.get(one.candidateId())));
        }
    }

    private int report(PrintWriter out, List<Played> measured, Map<String, Long> titleSeen, Iterable<String> failures) {
        out.println();
        out.println("journeys ended            %d in %d s".formatted(measured.size(), seconds));
        out.println("journeys per second       %.1f".formatted(measured.size() / (double) seconds));
        out.println("length of one             "
                + Distribution.of(measured.stream()
                        .map(p -> Duration.ofNanos(p.ended() - p.begun()))
                        .toList()));
        out.println("validation to title read  "
                + Distribution.of(measured.stream()
                        .map(p -> Duration.ofNanos(
                                Math.max(0, titleSeen.getOrDefault(p.candidateId(), 0L) - p.validated())))
                        .toList()));
        out.println("  (from the answer to the validation until TitleAwarded is read from Kafka)");
        boolean failed = false;
        for (String failure : failures) {
            out.println("failed: " + failure);
            failed = true;
        }
        return failed || measured.isEmpty() ? 1 : 0;
    }
}
