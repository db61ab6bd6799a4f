package fr.parchemin.gateway.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for all services behind the gateway with invented figures, the same at every start, so that the page can be
 * tried without them. It answers what the contracts say; that the services do the same is shown by the system tests.
 */
public final class FakeUpstream implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MINIMUM_CELL = 5;
    private static final List<String> CERTIFICATIONS = List.of("RNCP37722", "RNCP38676", "RNCP40800", "RS6905");
    private static final List<String> TITLES = List.of(
            "Conducteur du transport routier de marchandises sur porteur",
            "Conducteur du transport routier de marchandises sur tous véhicules",
            "Assistant ressources humaines",
            "Sauveteur secouriste du travail");
    private static final List<String> ROUTES = List.of("CONTINUING", "APPRENTICESHIP", "EXPERIENCE", "INDIVIDUAL");
    private static final List<String> REGIONS = List.of("53", "52", "11", "84", "75", "32", "44", "93", "04");
    private static final List<String> PLACES =
            List.of("35238", "44109", "75056", "69123", "33063", "59350", "67482", "13055", "97411");
    private static final List<String> CITIES =
            List.of("Rennes", "Nantes", "Paris", "Lyon", "Bordeaux", "Lille", "Strasbourg", "Marseille", "Saint-Denis");

    /** The year before this one has results in every month, and so do the three before it. */
    static final int LAST_YEAR = LocalDate.now(ZoneId.of("Europe/Paris")).getYear() - 1;

    private final HttpServer server;
    private final List<Row> rows = new ArrayList<>();
    private final List<OutputStream> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger waiting = new AtomicInteger(4);
    private volatile boolean failing;
    private volatile boolean expired;

    /** Results of one certification, block, month, route and centre. */
    private record Row(
            String certification,
            String block,
            String month,
            String route,
            int place,
            int presented,
            int admitted,
            int partial,
            int failed,
            int absent) {
        String dimension(String name) {
            return switch (name) {
                case "certification", "certificationNumber" -> certification;
                case "block", "blockCode" -> block;
                case "year" -> month.substring(0, 4);
                case "month" -> month;
                case "route" -> route;
                case "region" -> REGIONS.get(place);
                case "centre", "centreSiret" -> siret(place);
                case "sessionType" -> "TITLE";
                default -> throw new IllegalArgumentException(name);
            };
        }
    }

    FakeUpstream() {
        try {
            invent();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", this::answer);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** As when a record of three candidates is validated: figures move, and whoever listens is told. */
    void validateRecord() {
        synchronized (rows) {
            rows.add(new Row(CERTIFICATIONS.get(0), "BC01", LAST_YEAR + "-12", "CONTINUING", 0, 3, 3, 0, 0, 0));
        }
        waiting.decrementAndGet();
        tell("event: moved\ndata: {\"countedUntil\":\"2026-01-01T00:00:00Z\",\"what\":[\"figures\",\"records\"]}\n\n");
    }

    /** From now on every answer is a 503, or no longer. */
    void fail(boolean now) {
        failing = now;
    }

    /** From now on every token is refused, or no longer. */
    void expire(boolean now) {
        expired = now;
    }

    int listeners() {
        return listeners.size();
    }

    /** Ends the streams of events, as a service does that stops. */
    void hangUp() {
        for (OutputStream listener : listeners) {
            listeners.remove(listener);
            try {
                listener.close();
            } catch (IOException e) {
                // Gone already.
                continue;
            }
        }
    }

    @Override
    public void close() {
        closing.countDown();
        hangUp();
        server.stop(0);
    }

    private void tell(String text) {
        for (OutputStream listener : listeners) {
            try {
                listener.write(text.getBytes(StandardCharsets.UTF_8));
                listener.flush();
            } catch (IOException e) {
                listeners.remove(listener);
            }
        }
    }

    private void invent() {
        Random random = new Random(37722);
        for (int year = LAST_YEAR - 3; year <= LAST_YEAR; year++) {
            for (int month = 1; month <= 12; month++) {
                for (int certification = 0; certification < 3; certification++) {
                    for (int place = 0; place < 8; place++) {
                        for (String route : ROUTES) {
                            if (random.nextInt(3) > 0) {
                                continue;
                            }
                            int presented = 2 + random.nextInt(7 + 2 * (year - LAST_YEAR + 3));
                            int admitted = (int) Math.round(presented * (0.5 + random.nextDouble() * 0.4));
                            int partial = (presented - admitted) / 2;
                            rows.add(new Row(
                                    CERTIFICATIONS.get(certification),
                                    "BC0" + (1 + random.nextInt(3)),
                                    "%d-%02d".formatted(year, month),
                                    route,
                                    place,
                                    presented,
                                    admitted,
                                    partial,
                                    presented - admitted - partial,
                                    random.nextInt(3)));
                        }
                    }
                }
            }
        }
        // Too few to be shown to an analyst.
        rows.add(new Row(CERTIFICATIONS.get(3), "BC01", LAST_YEAR + "-03", "CONTINUING", 8, 2, 1, 0, 1, 0));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Map<String, List<String>> query =
                query(String.valueOf(exchange.getRequestURI().getRawQuery()));
        if (failing) {
            reply(exchange, 503, Map.of("title", "Unavailable"));
        } else if (expired) {
            reply(exchange, 401, Map.of("title", "Unauthenticated"));
        } else if (path.equals("/v1/statistics/events")) {
            listen(exchange);
        } else {
            Object body = body(path, query, role(exchange));
            reply(exchange, body == null ? 404 : 200, body == null ? Map.of("title", "Not found") : body);
        }
    }

    private @Nullable Object body(String path, Map<String, List<String>> query, String role) {
        if (path.startsWith("/v1/centres/")) {
            int place = Integer.parseInt(path.split("/")[3].substring(30));
            return page(
                    List.of(Map.of("id", id("5", place), "centreId", id("c", place), "inseeCode", PLACES.get(place))));
        }
        return switch (path) {
            case "/v1/statistics" -> statistics(query, role);
            case "/v1/statistics/competences" -> competences(query, role);
            case "/v1/sessions" ->
                query.getOrDefault("certificationNumber", List.of()).contains(CERTIFICATIONS.getLast())
                        ? crowd(query)
                        : page(sessions(query));
            case "/v1/centres" -> page(places(FakeUpstream::centre));
            case "/v1/jurors" ->
                page(places(place ->
                        Map.of("id", id("a", place), "firstName", "Juré", "lastName", "Fictif " + (place + 1))));
            case "/v1/approvals" -> page(ending("centreId", "c", query, 23));
            case "/v1/accreditations" -> page(ending("jurorId", "a", query, 17));
            case "/v1/declarations/duties" -> duties();
            case "/v1/declarations/holders" -> endless(query) ? pageOf(holders(query), "more") : page(holders(query));
            case "/v1/records" -> page(records());
            case "/v1/cohorts" -> page(cohorts(query));
            default -> null;
        };
    }

    // ------------------------------------------------------------------------------------------------- statistics

    private Object statistics(Map<String, List<String>> query, String role) {
        List<String> by =
                List.of(query.getOrDefault("by", List.of("")).getFirst().split(","));
        boolean masked = role.equals("analyst");
        Map<List<String>, List<Row>> groups =
                new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        for (Row row : kept(query)) {
            groups.computeIfAbsent(by.stream().map(row::dimension).toList(), key -> new ArrayList<>())
                    .add(row);
        }
        List<Object> items = new ArrayList<>();
        groups.forEach((key, group) -> {
            Map<String, Object> item = new LinkedHashMap<>();
            for (int i = 0; i < by.size(); i++) {
                String name = by.get(i);
                String value = key.get(i);
                switch (name) {
                    case "year" -> item.put("year", Integer.valueOf(value));
                    case "certification" -> item.put("certificationNumber", value);
                    case "centre" -> item.put("centreSiret", value);
                    case "block" -> item.put("blockCode", group.getFirst().certification + value);
                    default -> item.put(name, value);
                }
                item.put("label", label(name, value, group.getFirst()));
            }
            Map<String, @Nullable Object> figures = figures(group, masked);
            item.put("figures", figures);
            // A line that an analyst may not see is left out; a total says that it is suppressed.
            if (!Boolean.TRUE.equals(figures.get("suppressed"))) {
                items.add(item);
            }
        });
        return Map.of(
                "by",
                by,
                "minimumCell",
                MINIMUM_CELL,
                "masked",
                masked,
                "total",
                figures(kept(query), masked),
                "items",
                items);
    }

    private List<Row> kept(Map<String, List<String>> query) {
        synchronized (rows) {
            return rows.stream()
                    .filter(row -> query.entrySet().stream()
                            .filter(parameter -> !parameter.getKey().equals("by"))
                            .allMatch(parameter -> parameter.getValue().contains(row.dimension(parameter.getKey()))))
                    .toList();
        }
    }

    private static String label(String name, String value, Row row) {
        return switch (name) {
            case "certification" -> TITLES.get(CERTIFICATIONS.indexOf(value));
            case "centre" -> "Centre fictif de " + CITIES.get(row.place);
            case "block" -> row.certification + value + " · Un bloc de compétences de cette certification";
            default -> value;
        };
    }

    private static Map<String, @Nullable Object> figures(List<Row> group, boolean masked) {
        int presented = group.stream().mapToInt(Row::presented).sum();
        int admitted = group.stream().mapToInt(Row::admitted).sum();
        boolean suppressed = masked && presented < MINIMUM_CELL;
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        figures.put("presented", presented);
        figures.put("admitted", admitted);
        figures.put("partial", group.stream().mapToInt(Row::partial).sum());
        figures.put("failed", group.stream().mapToInt(Row::failed).sum());
        figures.put("absent", group.stream().mapToInt(Row::absent).sum());
        figures.put("excluded", 0);
        figures.put("successRate", presented == 0 ? null : Math.round(100f * admitted / presented));
        figures.put("daysToAward", presented == 0 ? null : Map.of("median", 12, "p90", 27));
        if (suppressed) {
            figures.replaceAll((name, value) -> null);
        }
        figures.put("suppressed", suppressed);
        return figures;
    }

    private Object competences(Map<String, List<String>> query, String role) {
        List<Object> items = new ArrayList<>();
        List<String> labels = List.of(
                "Réaliser les manœuvres de mise à quai en sécurité",
                "Contrôler le chargement et son arrimage avant le départ",
                "Tenir à jour les documents sociaux du personnel",
                "Conduire de façon économique et respectueuse de l’environnement",
                "Porter secours à une victime",
                "Répondre à un client mécontent dans le respect des procédures");
        boolean masked = role.equals("analyst");
        int all = kept(query).stream().mapToInt(Row::presented).sum();
        int presented = masked && all < MINIMUM_CELL ? 0 : all;
        for (int i = 0; i < labels.size() && presented > 0; i++) {
            int acquired = presented * (58 + 7 * i) / 100;
            items.add(Map.of(
                    "certificationNumber",
                    CERTIFICATIONS.get(i % 3),
                    "blockCode",
                    CERTIFICATIONS.get(i % 3) + "BC01",
                    "code",
                    CERTIFICATIONS.get(i % 3) + "BC01-C" + (i + 1),
                    "label",
                    labels.get(i),
                    "assessed",
                    presented,
                    "acquired",
                    acquired,
                    "successRate",
                    100 * acquired / presented,
                    "suppressed",
                    false));
        }
        return Map.of("minimumCell", MINIMUM_CELL, "masked", masked, "items", items);
    }

    // ------------------------------------------------------------------------------------------------------- work

    /** Of sessions that begin today or later; the last four are held already, or called off. */
    private static final List<String> SESSION_STATES = List.of(
            "DECLARED",
            "DRAFT",
            "DECLARED",
            "CONVOKED",
            "DTE_SENT",
            "IN_PROGRESS",
            "PV_SUBMITTED",
            "NOTIFIED",
            "CANCELLED",
            "ANNULLED");

    private static List<Object> sessions(Map<String, List<String>> query) {
        Random random = new Random(1);
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int place = random.nextInt(8);
            LocalDate day = today.plusDays(random.nextInt(150));
            String certification = CERTIFICATIONS.get(random.nextInt(3));
            if (!query.getOrDefault("certificationNumber", List.of(certification))
                    .contains(certification)) {
                continue;
            }
            if (within(day, query)) {
                items.add(session(i, place, day, certification));
            }
        }
        return items;
    }

    /** Of one certification more are ahead than are read at once, twenty a day, the latest first as the API has them. */
    private static Object crowd(Map<String, List<String>> query) {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
        List<Object> items = new ArrayList<>();
        for (int i = 5_999; i >= 0; i--) {
            LocalDate day = today.plusDays(i / 20);
            if (within(day, query)) {
                items.add(session(i, i % 8, day, CERTIFICATIONS.getLast()));
            }
        }
        int from = Integer.parseInt(query.getOrDefault("cursor", List.of("0")).getFirst());
        int to = Math.min(items.size(), from + 500);
        return pageOf(items.subList(from, to), to < items.size() ? String.valueOf(to) : null);
    }

    /** Whether a session of two days touches those that are asked for. */
    private static boolean within(LocalDate starts, Map<String, List<String>> query) {
        String day = starts.toString();
        String next = starts.plusDays(1).toString();
        return next.compareTo(query.getOrDefault("from", List.of(next)).getFirst()) >= 0
                && day.compareTo(query.getOrDefault("to", List.of(day)).getFirst()) <= 0;
    }

    private static Map<String, Object> session(int i, int place, LocalDate day, String certification) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", id("e", i));
        item.put("type", i % 4 == 1 ? "CCP" : "TITLE");
        item.put("certificationNumber", certification);
        item.put("centreId", id("c", place));
        item.put("centreSiret", siret(place));
        item.put("centreName", "Centre fictif de " + CITIES.get(place));
        item.put("siteId", id("5", place));
        item.put("siteName", "Site principal");
        item.put("siteCity", CITIES.get(place));
        item.put("startsOn", day.toString());
        item.put("endsOn", day.plusDays(1).toString());
        item.put("blockCode", i % 4 == 1 ? certification + "BC01" : null);
        item.put("state", SESSION_STATES.get(i % SESSION_STATES.size()));
        item.put("late", i == 7);
        return item;
    }

    private static Object centre(int place) {
        return Map.of("id", id("c", place), "siret", siret(place), "name", "Centre fictif de " + CITIES.get(place));
    }

    private static List<Object> places(Function<Integer, Object> read) {
        List<Object> items = new ArrayList<>();
        for (int place = 0; place < PLACES.size(); place++) {
            items.add(read.apply(place));
        }
        return items;
    }

    private static List<Object> ending(String owner, String kind, Map<String, List<String>> query, int gap) {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
        LocalDate end = LocalDate.parse(
                query.getOrDefault("expiringBefore", List.of("")).getFirst());
        List<Object> items = new ArrayList<>();
        LocalDate day = today.plusDays(9);
        for (int i = 0; day.isBefore(end); i++, day = day.plusDays(gap)) {
            items.add(Map.of(
                    "id",
                    id("f", i),
                    owner,
                    id(kind, i % 8),
                    "certificationNumber",
                    CERTIFICATIONS.get(i % 3),
                    "validTo",
                    day.toString()));
        }
        return items;
    }

    private static Object duties() {
        return Map.of(
                "today", LocalDate.now(ZoneId.of("Europe/Paris")).toString(),
                "states",
                        Map.of(
                                "READY",
                                41,
                                "IN_FLUX",
                                12,
                                "DEPOSITED",
                                88,
                                "ACCEPTED",
                                1_432,
                                "REJECTED",
                                3,
                                "SET_ASIDE",
                                2),
                "dueSoon", 17,
                "dueSoonBy",
                        LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(30).toString(),
                "overdue", 2);
    }

    /** Of one certification more declarations are rejected than anybody reads. */
    private static boolean endless(Map<String, List<String>> query) {
        return query.getOrDefault("certificationNumber", List.of()).contains(CERTIFICATIONS.getLast())
                && query.getOrDefault("state", List.of()).contains("REJECTED");
    }

    private static List<Object> holders(Map<String, List<String>> query) {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
        String state = query.getOrDefault("state", List.of("READY")).getFirst();
        List<Object> items = new ArrayList<>();
        int many = endless(query)
                ? 500
                : switch (state) {
                    case "REJECTED" -> 3;
                    case "SET_ASIDE" -> 2;
                    case "DELETION_REJECTED" -> 0;
                    default -> 29;
                };
        for (int i = 0; i < many; i++) {
            LocalDate due = today.plusDays(-6 + 4L * i);
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("id", id("d", i));
            item.put("awardNumber", "PAR-" + (LAST_YEAR + 1) + "-" + state.charAt(0) + "K3MX" + (10 + i) + "D-T");
            item.put("certificationNumber", CERTIFICATIONS.get(i % 3));
            item.put("awardedOn", due.minusMonths(3).toString());
            item.put("dueOn", due.toString());
            item.put("overdue", due.isBefore(today));
            item.put("state", state);
            if (state.equals("REJECTED")) {
                item.put("message", "La commune de naissance n’existait pas à cette date");
                item.put("treatment", "TO_CORRECT");
            } else if (state.equals("SET_ASIDE")) {
                item.put(
                        "faults",
                        List.of(Map.of("field", "/nomNaissance", "rule", "R1", "message", "Caractère interdit")));
            }
            items.add(item);
        }
        return items;
    }

    private List<Object> records() {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
        List<Object> items = new ArrayList<>();
        for (int i = waiting.get(); i > 0; i--) {
            items.add(Map.of(
                    "id",
                    id("b", i),
                    "certificationNumber",
                    CERTIFICATIONS.get(i % 3),
                    "centreSiret",
                    siret(i),
                    "centreName",
                    "Centre fictif de " + CITIES.get(i),
                    "candidates",
                    3 + i,
                    "sessionEndsOn",
                    today.minusDays(8L * i + 2).toString(),
                    "signedAt",
                    today.minusDays(8L * i + 1) + "T09:12:00Z",
                    // After midnight in Paris.
                    "submittedAt",
                    today.minusDays(8L * i + 1) + "T23:40:00Z"));
        }
        return items;
    }

    private static List<Object> cohorts(Map<String, List<String>> query) {
        List<Object> items = new ArrayList<>();
        String certification = query.getOrDefault("certificationNumber", List.of(CERTIFICATIONS.getFirst()))
                .getFirst();
        for (int year = 2020; year <= 2022; year++) {
            items.add(cohort(certification, year, "PUBLISHED_BY_SOURCE", 205 + 21 * (year - 2020), 33, 26, 72));
        }
        items.add(cohort(certification, LAST_YEAR - 1, "OWN", 301, 58, 41, 77));
        items.add(cohort(certification, LAST_YEAR, "OWN", 334, 61, 44, null));
        return items;
    }

    private static Object cohort(
            String certification,
            int year,
            String source,
            int certified,
            int employed,
            int target,
            @Nullable Integer late) {
        List<Object> rates = new ArrayList<>();
        rates.add(rate("EMPLOYMENT", "P6M", employed));
        rates.add(rate("TARGET_JOB", "P6M", target));
        rates.add(rate("TARGET_JOB", "P24M", late));
        return Map.of(
                "certificationNumber", certification,
                "year", year,
                "source", source,
                "state", "FROZEN",
                "revision", 0,
                "certified", certified,
                "certifiedByVae", 0,
                "rates", rates);
    }

    private static Object rate(String measure, String wave, @Nullable Integer percent) {
        Map<String, @Nullable Object> rate = new LinkedHashMap<>();
        rate.put("measure", measure);
        rate.put("wave", wave);
        rate.put("percent", percent);
        rate.put("numerator", percent);
        rate.put("denominator", percent == null ? null : 100);
        return rate;
    }

    // ------------------------------------------------------------------------------------------------------- wire

    private void listen(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        out.write(": here\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
        listeners.add(out);
    }

    private static Object page(List<Object> items) {
        return pageOf(items, null);
    }

    private static Object pageOf(List<Object> items, @Nullable String next) {
        Map<String, @Nullable Object> page = new LinkedHashMap<>();
        page.put("items", items);
        page.put("next", next);
        return page;
    }

    private static String id(String kind, int index) {
        return "0197" + kind.repeat(4) + "-0000-7000-8000-" + "%05d%07d".formatted(0, index);
    }

    private static String siret(int place) {
        return "9822243880%04d".formatted(16 + place);
    }

    private static String role(HttpExchange exchange) throws IOException {
        String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String[] parts = authorization.split("\\.");
        return parts.length < 2
                ? ""
                : JSON.readTree(Base64.getUrlDecoder().decode(parts[1]))
                        .path("roles")
                        .path(0)
                        .asText();
    }

    private static Map<String, List<String>> query(String raw) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String pair : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2 && !parts[0].equals("limit")) {
                query.computeIfAbsent(parts[0], name -> new ArrayList<>())
                        .add(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private static void reply(HttpExchange exchange, int status, Object body) throws IOException {
        try (exchange) {
            byte[] bytes = bytes(body);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static byte[] bytes(Object body) throws JsonProcessingException {
        return JSON.writeValueAsBytes(body);
    }
}
