package fr.parchemin.results;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.kit.test.KafkaProbe;
import fr.parchemin.kit.test.ParcheminTestResource;
import fr.parchemin.results.ToldSession.Candidate;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

/**
 * Before the validation nobody outside can tell a candidate who was found able in everything from one who was found able in
 * nothing (R111): two such candidates are taken through the same steps, and every surface, every event and every line of the
 * log must read the same for both, apart from ids and times.
 */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class VisibilityTest extends JourneyBase {

    /** Everybody but the jury, the centre of the session and the authority, for whom the record is. */
    private static final List<String> OUTSIDE = List.of(
            "anonymous",
            "demo-platform",
            "demo-platform-2",
            "demo-analyst",
            "demo-certifier",
            "demo-operator",
            "demo-centre-2",
            "demo-juror-3");

    /** These two may read records; everywhere else they see as little as the others. */
    private static final List<String> INSIDE = List.of("demo-centre", "demo-authority");

    private static final List<String> THE_RECORD_ITSELF = List.of("/v1/records", "/v1/assessments");
    /** Grows with every read, this test's own among them; what it may say is a test of its own. */
    private static final List<String> ALIVE = List.of(
            "/v1/audit",
            "/v1/audit/verification",
            "/v1/records/chain",
            "/v1/purges/preview",
            "/v1/candidates/{id}/access-file",
            // Names and order are drawn anew for each file; only what was notified is in it (ResearchExportTest).
            "/v1/exports/results",
            // Never ends, and says no more than that something moved (StatisticsTest).
            "/v1/statistics/events");

    private static final String SOME_NUMBER = "PAR-2026-00000000-0";

    private final ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            log.add(line instanceof ExtLogRecord ext ? ext.getFormattedMessage() : line.getMessage());
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    /** One of the two, with everything that names it. */
    private record Twin(Candidate candidate, ToldSession session, Map<String, String> names) {

        String plain(String text) {
            String plain = text;
            for (Map.Entry<String, String> name : names.entrySet()) {
                plain = plain.replace(name.getKey(), name.getValue());
            }
            return plain.replaceAll("\"traceId\":\"[^\"]*\"", "\"traceId\":\"-\"")
                    .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "<instant>")
                    .replaceAll("[0-9a-f]{64}", "<hash>");
        }
    }

    @Test
    void tellsNothingBeforeTheValidation() {
        Logger root = Logger.getLogger("");
        root.addHandler(listener);
        try {
            Twin able = twin("FICTIF-SECRET-A");
            Twin unable = twin("FICTIF-SECRET-B");
            judge(able, "ACQUIRED");
            judge(unable, "NOT_ACQUIRED");
            sameFor(able, unable, "after the findings");

            String first = draft(able.session());
            String second = draft(unable.session());
            able.names().put(first, "<record>");
            unable.names().put(second, "<record>");
            sameFor(able, unable, "after the draft");
            sign(first);
            sign(second);
            sameFor(able, unable, "after the signatures");
            for (String record : List.of(first, second)) {
                as("demo-centre")
                        .post("/v1/records/" + record + "/submission")
                        .then()
                        .statusCode(200);
            }
            sameFor(able, unable, "after the submission");
            KafkaProbe.await(
                    "parchemin.records",
                    2,
                    e -> e.name().equals("RecordSubmitted")
                            && List.of(first, second).contains(e.headers().get("ce_subject")));
            assertThat(events(able)).isNotEmpty().isEqualTo(events(unable));
            assertThat(lines(able)).isNotEmpty().isEqualTo(lines(unable));

            for (String record : List.of(first, second)) {
                as("demo-authority")
                        .post("/v1/records/" + record + "/validation")
                        .then()
                        .statusCode(200);
            }
            // The facts are told between services now; outside nothing shows before the notification.
            KafkaProbe.await(
                    "parchemin.results",
                    1,
                    e -> e.name().equals("TitleAwarded")
                            && e.key().equals(able.candidate().id().toString()));
            sameFor(able, unable, "after the validation");
            for (String record : List.of(first, second)) {
                as("demo-authority")
                        .post("/v1/records/" + record + "/notification")
                        .then()
                        .statusCode(200);
            }
            // Were these the same too, this test would see nothing.
            Map<String, String> shown = surfaces(able);
            Map<String, String> other = surfaces(unable);
            assertThat(shown.keySet().stream().filter(k -> !Objects.equals(shown.get(k), other.get(k))))
                    .contains(
                            "demo-platform /v1/results",
                            "demo-platform /v1/awards",
                            "demo-platform /v1/candidates/{id}/booklet");
        } finally {
            root.removeHandler(listener);
        }
    }

    private void sameFor(Twin able, Twin unable, String when) {
        Map<String, String> one = surfaces(able);
        assertThat(one).hasSizeGreaterThan(60);
        assertThat(one).as(when).isEqualTo(surfaces(unable));
    }

    private Twin twin(String name) {
        Candidate candidate = candidate(name);
        ToldSession session = heldSession("TITLE", null, false, List.of(candidate), List.of());
        session.presentFirstAid(candidate).close();
        awaitClosed(session);
        Map<String, String> names = new TreeMap<>();
        names.put(candidate.id().toString(), "<candidate>");
        names.put(candidate.enrolmentId().toString(), "<enrolment>");
        names.put(session.id.toString(), "<session>");
        names.put(name, "<name>");
        jurors.forEach(j -> names.put(j.toString(), "<juror>"));
        return new Twin(candidate, session, names);
    }

    private void judge(Twin twin, String outcome) {
        for (String event : List.of("MSP", "ET", "QP", "EF")) {
            for (int juror = 1; juror <= 2; juror++) {
                finding(juror, twin.candidate(), event, Map.of("outcome", outcome))
                        .statusCode(200);
            }
        }
    }

    /** Every GET of the contract, by everybody, and what a stranger gets who guesses a number. */
    private static Map<String, String> surfaces(Twin twin) {
        JsonPath contract =
                given().accept(ContentType.JSON).get("/q/openapi?format=json").jsonPath();
        Map<String, Map<String, Map<String, Object>>> paths = contract.getMap("paths");
        Map<String, String> surfaces = new TreeMap<>();
        paths.forEach((path, operations) -> {
            Map<String, Object> get = operations.get("get");
            if (get == null || !path.startsWith("/v1/") || ALIVE.contains(path)) {
                return;
            }
            List<String> readers = new ArrayList<>(OUTSIDE);
            if (THE_RECORD_ITSELF.stream().noneMatch(path::startsWith)) {
                readers.addAll(INSIDE);
            }
            for (String reader : readers) {
                Response answer = ask(reader, path, get, twin);
                surfaces.put(reader + " " + path, answer.statusCode() + " " + twin.plain(said(answer)));
            }
        });
        surfaces.put(
                "verification",
                given().contentType(ContentType.JSON)
                        .body(Map.of(
                                "number",
                                SOME_NUMBER,
                                "birthName",
                                twin.candidate().birthName(),
                                "bornOn",
                                twin.candidate().bornOn()))
                        .post("/v1/verifications")
                        .asString());
        return surfaces;
    }

    /** What an answer says to who reads it: of a document its text, for its bytes differ with every name. */
    private static String said(Response answer) {
        if (!String.valueOf(answer.contentType()).startsWith("application/pdf")) {
            return answer.asString();
        }
        try (PDDocument document = Loader.loadPDF(answer.asByteArray())) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Response ask(String reader, String path, Map<String, Object> get, Twin twin) {
        RequestSpecification request = reader.equals("anonymous") ? given() : as(reader);
        for (Map<String, Object> parameter : (List<Map<String, Object>>) get.getOrDefault("parameters", List.of())) {
            String name = String.valueOf(parameter.get("name"));
            if ("query".equals(parameter.get("in"))) {
                switch (name) {
                    case "candidateId" ->
                        request.queryParam(name, twin.candidate().id());
                    case "sessionId" -> request.queryParam(name, twin.session().id);
                    case "certificationNumber" -> request.queryParam(name, Rncp37722.NUMBER);
                    default -> {
                        // The rest may be left out.
                    }
                }
            }
        }
        String record = twin.names().entrySet().stream()
                .filter(e -> e.getValue().equals("<record>"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(twin.session().id.toString());
        return request.get(path.replace(
                        "{id}",
                        path.startsWith("/v1/candidates")
                                ? twin.candidate().id().toString()
                                : record)
                .replace("{number}", SOME_NUMBER)
                .replace("{enrolmentId}", twin.candidate().enrolmentId().toString())
                .replace("{eventCode}", "MSP")
                .replaceAll("\\{\\w+}", record));
    }

    /** Everything told about the session or the candidate so far, in order. */
    private static List<String> events(Twin twin) {
        List<String> events = new ArrayList<>();
        for (String topic : List.of("parchemin.records", "parchemin.results")) {
            KafkaProbe.read(topic).stream()
                    .filter(e -> twin.names().containsKey(e.key()))
                    .forEach(
                            e -> events.add(e.name() + " " + twin.plain(e.data().toString())));
        }
        return events;
    }

    private List<String> lines(Twin twin) {
        return log.stream()
                .filter(line -> twin.names().entrySet().stream()
                        .anyMatch(n -> !n.getValue().equals("<juror>") && line.contains(n.getKey())))
                .map(twin::plain)
                .toList();
    }
}
