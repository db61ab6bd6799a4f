package fr.parchemin.localstack.large;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.localstack.Clients;
import fr.parchemin.localstack.demo.Actors;
import fr.parchemin.localstack.demo.Api;
import fr.parchemin.localstack.demo.Journey;
import fr.parchemin.localstack.demo.JourneyClient;
import fr.parchemin.localstack.demo.JourneyException;
import fr.parchemin.localstack.demo.Patience;
import fr.parchemin.localstack.demo.Person;
import fr.parchemin.localstack.demo.TextTable;
import fr.parchemin.localstack.large.Plan.Act;
import fr.parchemin.localstack.large.Plan.Fate;
import fr.parchemin.localstack.large.Plan.Session;
import fr.parchemin.localstack.large.Plan.Someone;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Plays five years through the API: the clocks of the services go from day to day, and on each day everybody does what is
 * due. A second run of the same set finds what is there and goes on; a finished one is left alone.
 */
public final class LargeDemo {

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(120));
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    /** Morning, on whichever side of the world an exam is held. */
    private static final LocalTime HOUR = LocalTime.of(8, 0);

    /** So that sessions of the first weeks are declared in time. */
    private static final int DAYS_BEFORE = 120;

    private static final int ROWS_OF_A_FILE = 5_000;
    private static final String HEADER = "reference_externe;nom_naissance;nom_usage;prenoms;sexe;date_naissance;"
            + "code_insee_naissance;lieu_naissance;pays_naissance;code_postal;courriel;siret_employeur\n";

    private final URI gateway;
    private final List<URI> services;
    private final long seed;
    private final int candidates;
    private final Clients clients;
    private final PrintWriter out;
    private final Clock clock;
    private final List<Title> titles = Title.all();

    /**
     * @param services addresses of the services themselves, whose clocks are moved
     * @param seed what everything made up comes from
     * @param candidates how many
     * @param clients how many do something at once
     */
    public LargeDemo(
            URI gateway, List<URI> services, long seed, int candidates, int clients, PrintWriter out, Clock clock) {
        this.gateway = gateway;
        this.services = List.copyOf(services);
        this.seed = seed;
        this.candidates = candidates;
        this.clients = new Clients(clients);
        this.out = out;
        this.clock = clock;
    }

    /** What there is once it is played, by the plan. */
    public record Outcome(int people, Map<Integer, Integer> resultsByYear, Map<String, Integer> sessions) {}

    /** Plays what is not there yet. */
    public Outcome play() throws InterruptedException {
        Map<String, JsonNode> before;
        DemoSet set;
        try (Api api = new Api(gateway, PATIENCE)) {
            api.requireGateway();
            before = sessionsOfCentres(new Places(api, titles));
            set = setOf(before.keySet());
        }
        try (Api api = new Api(gateway, PATIENCE, set.name());
                SandboxClocks clocks = new SandboxClocks(services, api)) {
            Thread atEnd = Thread.ofPlatform().unstarted(clocks::close);
            Runtime.getRuntime().addShutdownHook(atEnd);
            try {
                return play(set, api, clocks, before);
            } finally {
                clocks.close();
                forget(atEnd);
            }
        }
    }

    private static void forget(Thread atEnd) {
        try {
            Runtime.getRuntime().removeShutdownHook(atEnd);
        } catch (IllegalStateException e) {
            // It is running already: this program ends.
        }
    }

    /** Every session of a set by the name of its manager. */
    private static Map<String, JsonNode> sessionsOfCentres(Places places) {
        Map<String, JsonNode> sessions = new HashMap<>();
        for (int town = 0; town < Town.values().length; town++) {
            places.as(town, List.of())
                    .sessions()
                    .forEach(s -> sessions.put(s.path("manager").asText(), s));
        }
        return sessions;
    }

    private DemoSet setOf(Collection<String> managers) {
        DemoSet found = managers.stream()
                .flatMap(m -> DemoSet.of(m).stream())
                .filter(s -> s.seed() == seed)
                .findFirst()
                .orElse(null);
        if (found == null) {
            return new DemoSet(seed, candidates, LocalDate.now(clock.withZone(Journey.PLACE)));
        }
        if (found.candidates() != candidates) {
            throw new JourneyException(
                    "The set of seed %d has %d candidates: go on with --large %d, or begin another with --seed %d."
                            .formatted(seed, found.candidates(), found.candidates(), seed + 1));
        }
        return found;
    }

    private Outcome play(DemoSet set, Api api, SandboxClocks clocks, Map<String, JsonNode> before)
            throws InterruptedException {
        JourneyClient client = new JourneyClient(api, Actors.demo());
        out.println("Set %s: %,d invented candidates, from %s to %s. Every person and place below is invented."
                .formatted(set.name(), set.candidates(), DAY.format(set.from()), DAY.format(set.until())));
        out.flush();
        LocalDate first = set.from().minusDays(DAYS_BEFORE);
        Catalogue catalogue = new Catalogue(client, titles);
        if (before.keySet().stream().noneMatch(m -> isOf(set, m))) {
            clocks.moveTo(first.atTime(HOUR).toInstant(ZoneOffset.UTC));
            catalogue.complete(set);
        }
        Terms terms = new Terms(set.from(), set.until(), catalogue.ends());
        Plan plan = new PlanMaker(set, titles, terms).make();
        Map<LocalDate, Map<Session, List<Act>>> days = openActs(set, plan, before);
        if (days.isEmpty()) {
            out.println("All of it is there already.");
        } else {
            play(set, api, clocks, before, terms, plan, days);
        }
        clocks.close();
        summarise(client, set, plan);
        return outcome(set, plan);
    }

    private static boolean isOf(DemoSet set, String manager) {
        return DemoSet.of(manager).filter(set::equals).isPresent();
    }

    /** What is still to do, by day. */
    private static Map<LocalDate, Map<Session, List<Act>>> openActs(
            DemoSet set, Plan plan, Map<String, JsonNode> before) {
        Map<LocalDate, Map<Session, List<Act>>> days = new TreeMap<>();
        for (Session session : plan.sessions()) {
            JsonNode known = before.get(set.manager(session.number()));
            List<Act> acts = session.doneBy(set.until());
            boolean allButTheLast = !acts.isEmpty()
                    && acts.stream()
                            .filter(a -> a != Act.REVISE && a != Act.ENROL)
                            .allMatch(a -> SessionPlay.isDone(a, known));
            if (!allButTheLast) {
                acts.forEach(a -> days.computeIfAbsent(session.on(a), d -> new LinkedHashMap<>())
                        .computeIfAbsent(session, s -> new ArrayList<>())
                        .add(a));
            } else if (acts.contains(Act.REVISE) && !SessionPlay.isDone(Act.REVISE, known)) {
                days.computeIfAbsent(session.on(Act.REVISE), d -> new LinkedHashMap<>())
                        .put(session, new ArrayList<>(List.of(Act.REVISE)));
            }
        }
        return days;
    }

    private void play(
            DemoSet set,
            Api api,
            SandboxClocks clocks,
            Map<String, JsonNode> before,
            Terms terms,
            Plan plan,
            Map<LocalDate, Map<Session, List<Act>>> days)
            throws InterruptedException {
        Places places = new Places(api, titles);
        LocalDate first = set.from().minusDays(DAYS_BEFORE);
        clocks.moveTo(first.atTime(HOUR).toInstant(ZoneOffset.UTC));
        places.complete(terms, clients);
        Map<String, String> ids = register(plan, places);
        out.println("%d titles, %d centres and %d jurors are there, %,d candidates registered; %d sessions are planned."
                .formatted(
                        titles.size(),
                        Town.values().length,
                        24,
                        ids.size(),
                        plan.sessions().size()));
        out.flush();
        Map<Session, SessionPlay> plays = new HashMap<>();
        Set<Session> open = new HashSet<>();
        days.values().forEach(d -> open.addAll(d.keySet()));
        for (Session session : open) {
            plays.put(
                    session,
                    new SessionPlay(
                            set, session, places, who -> id(ids, who), before.get(set.manager(session.number()))));
        }
        boolean terminal = System.console() != null && System.console().isTerminal();
        PlayedLine line = new PlayedLine(
                out,
                terminal,
                days.values().stream()
                        .flatMap(d -> d.entrySet().stream())
                        .mapToInt(e ->
                                PlayedLine.weight(e.getKey()) * e.getValue().size())
                        .sum(),
                open.stream()
                        .filter(s -> !s.day().isAfter(set.until()))
                        .mapToInt(s -> s.seats().size())
                        .sum());
        Accrochage accrochage = new Accrochage(new JourneyClient(api, Actors.demo()), titles, set.until());
        for (LocalDate day : stops(days.keySet(), set.until())) {
            if (day.equals(set.until()) && day.equals(LocalDate.now(clock.withZone(Journey.PLACE)))) {
                clocks.close();
            } else {
                clocks.moveTo(day.atTime(HOUR).toInstant(ZoneOffset.UTC));
            }
            Map<Session, List<Act>> due = days.getOrDefault(day, Map.of());
            clients.each(due.entrySet(), entry -> entry.getValue().forEach(act -> {
                Objects.requireNonNull(plays.get(entry.getKey())).act(act);
                line.done(entry.getKey(), act);
            }));
            if (Accrochage.isDue(day)) {
                accrochage.declare(day, clients);
            }
            line.show(day);
        }
        line.end();
        out.println(String.format(
                Locale.ROOT,
                "Played in %d min %02d s, %.1f candidates examined per second.",
                line.elapsed().toMinutes(),
                line.elapsed().toSecondsPart(),
                line.examined() / Math.max(0.001, line.elapsed().toNanos() / 1e9)));
    }

    /** The days on which something is due, with those of the declarations in between. */
    private static Collection<LocalDate> stops(Set<LocalDate> acts, LocalDate until) {
        TreeSet<LocalDate> stops = new TreeSet<>(acts);
        stops.first()
                .with(TemporalAdjusters.nextOrSame(Plan.OFFICE_DAY))
                .datesUntil(until.plusDays(1), java.time.Period.ofWeeks(1))
                .filter(Accrochage::isDue)
                .forEach(stops::add);
        return stops;
    }

    /** Registers everybody by files; returns the ids by external reference. */
    private Map<String, String> register(Plan plan, Places places) throws InterruptedException {
        Map<String, String> ids = new ConcurrentHashMap<>();
        clients.each(IntStream.range(0, Town.values().length).boxed().toList(), town -> {
            List<Someone> people =
                    plan.people().stream().filter(p -> p.town() == town).toList();
            for (int from = 0; from < people.size(); from += ROWS_OF_A_FILE) {
                StringBuilder csv = new StringBuilder(HEADER);
                people.subList(from, Math.min(people.size(), from + ROWS_OF_A_FILE))
                        .forEach(p -> csv.append(row(p.person())).append('\n'));
                JsonNode report = places.as(town, List.of()).importCandidates(csv.toString());
                if (!report.path("recorded").asBoolean()) {
                    throw new JourneyException("The file of candidates is refused: " + report.path("causes"));
                }
                report.path("rows")
                        .forEach(r -> ids.put(
                                r.path("externalRef").asText(),
                                r.path("candidateId").asText()));
            }
        });
        return ids;
    }

    private static String row(Person person) {
        return String.join(
                ";",
                person.externalRef(),
                person.birthName(),
                "",
                String.join(" ", person.firstNames()),
                person.sex(),
                DAY.format(person.bornOn()),
                person.birthPlaceInsee(),
                person.birthPlaceLabel(),
                "FRA",
                person.postalCode(),
                "",
                "");
    }

    private static String id(Map<String, String> ids, Someone who) {
        String id = ids.get(who.person().externalRef());
        if (id == null) {
            throw new JourneyException(who.person().externalRef() + " is not registered");
        }
        return id;
    }

    private static Outcome outcome(DemoSet set, Plan plan) {
        Map<Integer, Integer> results = new TreeMap<>();
        Map<String, Integer> states = new TreeMap<>();
        for (Session session : plan.sessions()) {
            List<Act> done = session.doneBy(set.until());
            String last = done.isEmpty()
                    ? "LATER"
                    : session.fate() == Fate.ANNULLED && done.contains(Act.REVISE)
                            ? "ANNULLED"
                            : done.stream()
                                    .filter(a -> a != Act.REVISE)
                                    .toList()
                                    .getLast()
                                    .name();
            states.merge(last, 1, Integer::sum);
            if (last.equals(Act.NOTIFY.name())) {
                results.merge(session.day().getYear(), session.seats().size(), Integer::sum);
            }
        }
        return new Outcome(plan.people().size(), results, states);
    }

    private void summarise(JourneyClient client, DemoSet set, Plan plan) {
        Outcome outcome = outcome(set, plan);
        List<List<String>> rows = new ArrayList<>();
        outcome.resultsByYear()
                .forEach((year, results) ->
                        rows.add(List.of("results of " + year, String.format(Locale.ROOT, "%,d", results))));
        Map<String, String> names = new LinkedHashMap<>();
        names.put("NOTIFY", "sessions with results");
        names.put("VALIDATE", "validated, not yet notified");
        names.put("SUBMIT", "records waiting for validation");
        names.put("EXAMINE", "held, record to come");
        names.put("SUMMON", "summoned for the weeks to come");
        names.put("ENROL", "enrolled for the months to come");
        names.put("DECLARE", "declared for the months to come");
        names.put("ANNULLED", "sessions annulled");
        names.forEach((state, name) ->
                rows.add(List.of(name, String.valueOf(outcome.sessions().getOrDefault(state, 0)))));
        JsonNode duties = client.api()
                .get(client.actors().certifier(), "/v1/declarations/duties")
                .body();
        duties.path("states")
                .properties()
                .forEach(s -> rows.add(
                        List.of("declarations " + s.getKey(), s.getValue().asText())));
        out.println();
        TextTable.of(List.of("what there is", "number"), rows).forEach(out::println);
        out.println();
        out.println("The clocks show the real time. Look at:");
        out.println("  %s/dashboard, as demo-authority with the secret demo-authority-secret".formatted(gateway));
        out.println("  %s/docs, the API".formatted(gateway));
        out.println("  TOKEN=$(./parchemin token --role authority)");
        out.println(
                "  curl -s -H \"Authorization: Bearer $TOKEN\" '%s/v1/statistics?by=year,route'".formatted(gateway));
        out.println("  ./parchemin audit verify");
        out.flush();
    }
}
