package fr.parchemin.localstack.bench;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.localstack.Clients;
import fr.parchemin.localstack.GatewayOption;
import fr.parchemin.localstack.StackException;
import fr.parchemin.localstack.demo.Actors;
import fr.parchemin.localstack.demo.Api;
import fr.parchemin.localstack.demo.Examination;
import fr.parchemin.localstack.demo.Examination.Place;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parchemin bench sessions}: sessions prepared from the declaration to the opening, against the bare inserts. */
@Command(
        name = "sessions",
        description = {
            "Prepares sessions of many candidates through the gateway, from the declaration to the opening,",
            "every rule on, and then inserts the same rows by plain SQL into tables of the same shape.",
            "Then solves schedules of three juries of two jurors."
        },
        mixinStandardHelpOptions = true)
public final class SessionBench implements Callable<Integer> {

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(60));
    private static final PlainInserts.Work ENROLMENTS = new PlainInserts.Work() {
        @Override
        public boolean includes(String table) {
            return true;
        }

        @Override
        public @Nullable String unit(String table, List<String> columns) {
            if (table.equals("enrolment")) {
                return "id";
            }
            return columns.contains("enrolment_id") ? "enrolment_id" : null;
        }
    };

    @Option(names = "--sessions", description = "Sessions (${DEFAULT-VALUE}).", defaultValue = "100")
    private int sessions;

    @Option(names = "--candidates", description = "Candidates of each (${DEFAULT-VALUE}).", defaultValue = "60")
    private int candidates;

    @Option(
            names = "--solve",
            split = ",",
            description = "Candidates of the schedules to solve (${DEFAULT-VALUE}).",
            defaultValue = "15,60,150")
    private List<Integer> solve = List.of();

    @Option(names = "--seconds", description = "Longest search of each (${DEFAULT-VALUE}).", defaultValue = "30")
    private int seconds;

    @Option(names = "--clients", description = "Clients at once (${DEFAULT-VALUE}).", defaultValue = "8")
    private int clients;

    @Mixin
    private final GatewayOption gateway = new GatewayOption();

    @Option(
            names = "--database",
            description = "JDBC address of the database of the sessions (${DEFAULT-VALUE}).",
            defaultValue = "${sys:parchemin.postgresql:-jdbc:postgresql://127.0.0.1:15432}/session")
    private String database = "jdbc:postgresql://127.0.0.1:15432/session";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** One session under way. */
    private record Prepared(String id, List<String> candidateIds) {}

    @Override
    public Integer call() throws InterruptedException {
        if (sessions < 1
                || candidates < 1
                || clients < 1
                || seconds < 1
                || solve.stream().anyMatch(s -> s < 1)) {
            throw new ParameterException(
                    spec.commandLine(), "--sessions, --candidates, --clients, --seconds and --solve are at least 1");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Api api = new Api(gateway.uri(), PATIENCE)) {
            api.requireGateway();
            JourneyClient client = new JourneyClient(api, Actors.demo());
            Place place = new Journey(client, JourneyListener.SILENT, Clock.systemUTC()).prepareCentre();
            out.println("%d sessions of %d invented candidates, %d clients; the candidates are registered before"
                    .formatted(sessions, candidates, clients));
            out.flush();
            List<String> people = register(client, people(sessions, candidates, solve));
            measure(out, client, place, people);
            SolveBench bench = new SolveBench(client, place);
            for (int count : solve) {
                out.println("schedule       " + bench.solve(people.subList(0, count), seconds));
                out.flush();
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

    /** Candidates to register: enough for all sessions, and for the largest schedule. */
    static int people(int sessions, int candidates, List<Integer> schedules) {
        return Math.max(
                sessions * candidates,
                schedules.stream().mapToInt(Integer::intValue).max().orElse(0));
    }

    private List<String> register(JourneyClient client, int count) throws InterruptedException {
        String run = UUID.randomUUID().toString().substring(0, 8);
        Queue<String> ids = new ConcurrentLinkedQueue<>();
        new Clients(clients)
                .each(
                        IntStream.range(0, count).boxed().toList(),
                        i -> ids.add(client.createCandidate(Person.invented(
                                        run + i,
                                        "Charge",
                                        i % 2 == 0 ? "F" : "M",
                                        LocalDate.of(1970, 1, 1).plusDays(i),
                                        "35238",
                                        "Rennes",
                                        "35000"))
                                .path("id")
                                .asText()));
        return List.copyOf(ids);
    }

    private void measure(PrintWriter out, JourneyClient client, Place place, List<String> people)
            throws InterruptedException, SQLException {
        Clients work = new Clients(clients);
        Queue<Prepared> prepared = new ConcurrentLinkedQueue<>();
        Duration declaring = work.each(
                IntStream.range(0, sessions).boxed().toList(),
                i -> prepared.add(
                        new Prepared(declare(client, place), people.subList(i * candidates, (i + 1) * candidates))));
        Queue<Duration> each = new ConcurrentLinkedQueue<>();
        Duration enrolling = work.each(List.copyOf(prepared), session -> session.candidateIds()
                .forEach(id -> each.add(Clients.timed(() -> enrol(client, place, session.id(), id)))));
        Duration opening = work.each(List.copyOf(prepared), session -> open(client, place, session));
        Duration whole = declaring.plus(enrolling).plus(opening);
        int enrolments = sessions * candidates;
        out.println("enrolments     %s, %s"
                .formatted(Ratio.perSecond(enrolments, enrolling), Distribution.of(List.copyOf(each))));
        out.println("whole          %s: %s to declare, %s to enrol, %s from the jury to the opening"
                .formatted(
                        Ratio.seconds(whole),
                        Ratio.seconds(declaring),
                        Ratio.seconds(enrolling),
                        Ratio.seconds(opening)));
        out.flush();
        try (PlainInserts inserts = new PlainInserts(database, "session", clients, ENROLMENTS)) {
            List<UUID> ids = prepared.stream().map(p -> UUID.fromString(p.id())).toList();
            PlainInserts.Inserted plain = inserts.repeat(ids);
            out.println("plain inserts  %s; %d rows in all in %s"
                    .formatted(
                            Ratio.perSecond(enrolments, plain.forUnits()),
                            plain.rows(),
                            Ratio.seconds(plain.forUnits().plus(plain.forRest()))));
            out.println("  (the rows as they are now, without foreign keys, triggers and events; a transaction for each"
                    + " enrolment and one for the rest of a session)");
            out.println("enrolling costs %s the plain inserts, the whole %s"
                    .formatted(
                            Ratio.of(enrolling, plain.forUnits()),
                            Ratio.of(whole, plain.forUnits().plus(plain.forRest()))));
        }
    }

    private static String declare(JourneyClient client, Place place) {
        JsonNode session = client.createSession(
                "TITLE",
                place.certification(),
                null,
                place.centreId(),
                place.siteId(),
                place.today(),
                Examination.MANAGER,
                false);
        String id = session.path("id").asText();
        client.declare(id);
        return id;
    }

    private static void enrol(JourneyClient client, Place place, String sessionId, String candidateId) {
        client.enrol(
                sessionId,
                candidateId,
                client.actors().centreSiret(),
                place.today().minusMonths(8),
                place.today().minusDays(15));
    }

    private static void open(JourneyClient client, Place place, Prepared session) {
        client.appointJury(session.id(), place.jurorIds(), place.today());
        client.listSituations(session.id(), Examination.situations());
        client.receiveKit(session.id(), "DTE-FICTIF", place.today(), "CERES-FICTIF-" + session.id());
        client.summon(session.id(), Examination.LATE_REASON);
        client.open(session.id(), place.jurorIds(), Examination.MANAGER, "Fictif Charge");
    }
}
