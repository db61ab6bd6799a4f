package fr.parchemin.localstack.bench;

import fr.parchemin.localstack.Clients;
import fr.parchemin.localstack.GatewayOption;
import fr.parchemin.localstack.StackException;
import fr.parchemin.localstack.demo.Actors;
import fr.parchemin.localstack.demo.Api;
import fr.parchemin.localstack.demo.EventLog;
import fr.parchemin.localstack.demo.EventLog.Event;
import fr.parchemin.localstack.demo.Examination;
import fr.parchemin.localstack.demo.Examination.Held;
import fr.parchemin.localstack.demo.Examination.Place;
import fr.parchemin.localstack.demo.Examination.Seat;
import fr.parchemin.localstack.demo.Examination.Subject;
import fr.parchemin.localstack.demo.Journey;
import fr.parchemin.localstack.demo.JourneyClient;
import fr.parchemin.localstack.demo.JourneyException;
import fr.parchemin.localstack.demo.JourneyListener;
import fr.parchemin.localstack.demo.Patience;
import fr.parchemin.localstack.demo.Person;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parchemin bench results}: findings, validated records and booklets, against the bare inserts. */
@Command(
        name = "results",
        description = {
            "Holds sessions of many candidates, then measures through the gateway: the findings of two jurors, the",
            "validation of the records, and how long the last title of a record takes to Kafka. The same rows are then",
            "inserted by plain SQL into tables of the same shape. Last, booklets computed again after a change of",
            "correspondences. What it invents stays in the databases."
        },
        mixinStandardHelpOptions = true)
public final class ResultsBench implements Callable<Integer> {

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(120));
    private static final Set<String> WRITTEN =
            Set.of("finding", "session_record", "signature", "decision", "acquisition", "award");
    private static final PlainInserts.Work FINDINGS = new PlainInserts.Work() {
        @Override
        public boolean includes(String table) {
            return WRITTEN.contains(table);
        }

        @Override
        public @Nullable String unit(String table, List<String> columns) {
            return table.equals("finding") ? "id" : null;
        }
    };

    @Option(names = "--sessions", description = "Sessions (${DEFAULT-VALUE}).", defaultValue = "20")
    private int sessions;

    @Option(names = "--candidates", description = "Candidates of each (${DEFAULT-VALUE}).", defaultValue = "60")
    private int candidates;

    @Option(
            names = "--booklets",
            description = "Holders of the older title (${DEFAULT-VALUE}).",
            defaultValue = "100000")
    private int booklets;

    @Option(names = "--clients", description = "Clients at once (${DEFAULT-VALUE}).", defaultValue = "8")
    private int clients;

    @Mixin
    private final GatewayOption gateway = new GatewayOption();

    @Option(
            names = "--kafka",
            description = "Address of the broker (${DEFAULT-VALUE}).",
            defaultValue = "${sys:parchemin.kafka:-localhost:19092}")
    private String kafka = "localhost:19092";

    @Option(
            names = "--database",
            description = "JDBC address of the database of results (${DEFAULT-VALUE}).",
            defaultValue = "${sys:parchemin.postgresql:-jdbc:postgresql://127.0.0.1:15432}/results")
    private String database = "jdbc:postgresql://127.0.0.1:15432/results";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** A session that was held, and what plays it on. */
    private record Sat(Examination examination, Held held) {}

    @Override
    public Integer call() throws InterruptedException {
        if (sessions < 1 || candidates < 1 || clients < 1 || booklets < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--sessions, --candidates and --clients are at least 1, --booklets at least 0");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Api api = new Api(gateway.uri(), PATIENCE)) {
            api.requireGateway();
            JourneyClient client = new JourneyClient(api, Actors.demo());
            measure(out, client);
            if (booklets > 0) {
                new BookletBench(api, database).measure(out, booklets);
            }
            return 0;
        } catch (JourneyException e) {
            throw new StackException(String.valueOf(e.getMessage()), e);
        } catch (SQLException e) {
            throw new StackException("The database at %s cannot be used: %s.".formatted(database, e.getMessage()), e);
        } finally {
            out.flush();
        }
    }

    private void measure(PrintWriter out, JourneyClient client) throws InterruptedException, SQLException {
        Journey journey = new Journey(client, JourneyListener.SILENT, Clock.systemUTC());
        Subject title = Subject.title(journey.readCatalogue());
        Place place = journey.prepareCentre();
        Clients work = new Clients(clients);
        Queue<Sat> sat = new ConcurrentLinkedQueue<>();
        Duration holding = work.each(IntStream.range(0, sessions).boxed().toList(), i -> {
            Examination examination =
                    new Examination(client, JourneyListener.SILENT, place, title, seats(client, place));
            Held held = examination.hold();
            examination.awaitKnown(client.actors().jurors().getFirst(), held);
            sat.add(new Sat(examination, held));
        });
        out.println("%d sessions of %d invented candidates, %d clients; held before in %s"
                .formatted(sessions, candidates, clients, Ratio.seconds(holding)));
        out.flush();
        Duration finding = work.each(sat, s -> s.examination().recordFindings(s.held()));
        Map<String, String> records = new ConcurrentHashMap<>();
        Duration drawingUp = work.each(
                sat, s -> records.put(s.held().sessionId(), s.examination().drawUpRecord(s.held())));
        Map<String, Long> answered = new ConcurrentHashMap<>();
        Queue<Duration> each = new ConcurrentLinkedQueue<>();
        Map<String, List<Long>> titles = new ConcurrentHashMap<>();
        Duration validating = listening(titles, () -> {
            Duration all = work.each(records.entrySet(), r -> {
                each.add(Clients.timed(() -> client.validate(r.getValue())));
                answered.put(r.getKey(), System.nanoTime());
            });
            PATIENCE.await("the titles in Kafka", () -> Optional.of(titles).filter(t -> records.keySet().stream()
                    .allMatch(s -> t.getOrDefault(s, List.of()).size() >= candidates)));
            return all;
        });
        report(out, sat, finding, drawingUp, validating, List.copyOf(each));
        out.println("to the last    "
                + Distribution.of(answered.entrySet().stream()
                        .map(a -> Duration.ofNanos(Math.max(
                                0,
                                titles.getOrDefault(a.getKey(), List.of()).stream()
                                                .mapToLong(Long::longValue)
                                                .max()
                                                .orElse(0)
                                        - a.getValue())))
                        .toList()));
        out.println(
                "  (from the answer to a validation until the last TitleAwarded of the session is read from Kafka)");
        out.flush();
        work.each(sat, s -> s.examination()
                .notifyResults(s.held(), String.valueOf(records.get(s.held().sessionId()))));
    }

    private void report(
            PrintWriter out,
            Queue<Sat> sat,
            Duration finding,
            Duration drawingUp,
            Duration validating,
            List<Duration> each)
            throws SQLException, InterruptedException {
        try (PlainInserts inserts = new PlainInserts(database, "results", clients, FINDINGS)) {
            PlainInserts.Inserted plain = inserts.repeat(
                    sat.stream().map(s -> UUID.fromString(s.held().sessionId())).toList());
            out.println("findings       %s (%d); plain inserts %s"
                    .formatted(
                            Ratio.perSecond(plain.units(), finding),
                            plain.units(),
                            Ratio.perSecond(plain.units(), plain.forUnits())));
            out.println("drawn up       %s to close, draft, sign twice and submit".formatted(Ratio.seconds(drawingUp)));
            out.println("validated      %s in %s; %s"
                    .formatted(
                            Ratio.perSecond((long) sessions * candidates, validating) + " (candidates)",
                            Ratio.seconds(validating),
                            Distribution.of(each)));
            out.println("plain inserts  %d other rows in %s, a transaction for each session"
                    .formatted(plain.rows() - plain.units(), Ratio.seconds(plain.forRest())));
            out.println("findings cost %s the plain inserts, validations %s"
                    .formatted(Ratio.of(finding, plain.forUnits()), Ratio.of(validating, plain.forRest())));
        }
    }

    private List<Seat> seats(JourneyClient client, Place place) {
        String run = UUID.randomUUID().toString().substring(0, 8);
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < candidates; i++) {
            Person person = Person.invented(
                    run + i,
                    "Charge",
                    i % 2 == 0 ? "F" : "M",
                    LocalDate.of(1970, 1, 1).plusDays(i),
                    "35238",
                    "Rennes",
                    "35000");
            seats.add(new Seat(
                    person,
                    client.createCandidate(person).path("id").asText(),
                    client.actors().centreSiret(),
                    true,
                    place.today().minusMonths(3)));
        }
        return seats;
    }

    /** Notes when the titles of each session are read, while something is done. */
    private Duration listening(Map<String, List<Long>> titles, Callable<Duration> action) throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        try (EventLog log = new EventLog(kafka, Instant.now());
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<?> listener = thread.submit(() -> {
                while (!over.get()) {
                    for (Event event : log.poll()) {
                        if (event.name().equals("TitleAwarded")) {
                            titles.computeIfAbsent(event.field("sessionId"), s -> new CopyOnWriteArrayList<>())
                                    .add(System.nanoTime());
                        }
                    }
                }
            });
            try {
                return action.call();
            } finally {
                over.set(true);
                listener.get();
            }
        } catch (ExecutionException e) {
            throw new StackException("The events cannot be read: %s.".formatted(e.getCause()), e);
        } catch (RuntimeException | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new StackException("The measurement broke off: %s.".formatted(e), e);
        }
    }
}
