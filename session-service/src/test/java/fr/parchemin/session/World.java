package fr.parchemin.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.parchemin.kit.test.KafkaProbe;
import fr.parchemin.kit.test.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the tests over HTTP have in common: who calls, and a centre, a jury, candidates and sessions to work with. */
final class World {

    static final String CERTIFICATION = "RNCP37722";
    static final String BC01 = "RNCP37722BC01";
    static final String BC02 = "RNCP37722BC02";
    static final String BC03 = "RNCP37722BC03";
    static final String CENTRE = "demo-centre";
    static final String OTHER_CENTRE = "demo-centre-2";
    static final String AUTHORITY = "demo-authority";
    static final String PLATFORM = "demo-platform";
    static final String OTHER_PLATFORM = "demo-platform-2";
    static final String CENTRE_SIRET = "98222438800016";
    static final String OTHER_CENTRE_SIRET = "73282932000074";
    static final String PLATFORM_SIRET = "35600000000048";
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static final ObjectMapper JSON = new ObjectMapper();

    private World() {}

    // --- calling ---

    static RequestSpecification as(String client) {
        return given().auth().oauth2(Tokens.of(client)).contentType(ContentType.JSON);
    }

    static JsonNode get(String client, String path) {
        return body(as(client).get(path), 200);
    }

    static JsonNode post(String client, String path, Object body) {
        return body(as(client).body(text(body)).post(path), 201);
    }

    /** A transition. */
    static JsonNode move(String client, String path, Object body) {
        return body(as(client).body(text(body)).post(path), 200);
    }

    static Response tryPost(String client, String path, Object body) {
        return as(client).body(text(body)).post(path);
    }

    static JsonNode put(String client, String path, Object body) {
        return body(as(client).body(text(body)).put(path), 200);
    }

    /** Replaces what is recorded, with the tag of what is recorded now. */
    static JsonNode replace(String client, String path, Object body) {
        String tag = as(client).get(path).header("ETag");
        return body(as(client).header("If-Match", tag).body(text(body)).put(path), 200);
    }

    static JsonNode body(Response response, int status) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        return read(response.asString());
    }

    /** Rules that a refusal names, in its order. */
    static List<String> rules(Response response) {
        List<String> rules = new ArrayList<>();
        body(response, 422)
                .path("violations")
                .forEach(v -> rules.add(v.path("rule").asText()));
        return rules;
    }

    static List<String> warnings(JsonNode view) {
        List<String> rules = new ArrayList<>();
        view.path("warnings").forEach(w -> rules.add(w.path("rule").asText()));
        return rules;
    }

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Object body) {
        try {
            return body instanceof String s ? s : JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JSON object of names and values in turn; a null value leaves the name out. */
    static Map<String, Object> json(@Nullable Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                map.put(String.valueOf(namesAndValues[i]), value instanceof LocalDate ? value.toString() : value);
            }
        }
        return map;
    }

    // --- setting the scene ---

    /** The snapshot of the certification as the référentiel publishes it. */
    static ObjectNode snapshot() {
        try (InputStream file = World.class.getResourceAsStream("/rncp37722-snapshot.json")) {
            return (ObjectNode) JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Publishes a certification and waits until the service knows it. */
    static void publish(ObjectNode snapshot) {
        String number = snapshot.path("number").asText();
        KafkaProbe.tell("referentiel", "parchemin.certifications", number, "CertificationPublished", snapshot);
        String centre = centre();
        String site = site();
        await().until(
                        () -> tryPost(CENTRE, "/v1/sessions", draft("CCP", "RNCP1BC99", centre, site, TODAY, number))
                                .body()
                                .jsonPath()
                                .getString("type"),
                        type -> !type.endsWith("certification-unknown"));
    }

    /** The title, a centre with approval, four jurors with accreditations: whatever is not there yet. */
    static void prepare() {
        if (!get(AUTHORITY, "/v1/centres/" + centre() + "/approvals")
                .path("items")
                .isEmpty()) {
            return;
        }
        publish(snapshot());
        approve(centre(), site(), CERTIFICATION);
        for (int n = 1; n <= 4; n++) {
            juror(n);
        }
    }

    static void approve(String centre, String site, String number) {
        approve(centre, site, number, "2028-07-02");
    }

    static void approve(String centre, String site, String number, String validTo) {
        post(
                AUTHORITY,
                "/v1/centres/" + centre + "/approvals",
                json(
                        "certificationNumber",
                        number,
                        "siteId",
                        site,
                        "validFrom",
                        "2025-01-01",
                        "validTo",
                        validTo,
                        "decision",
                        "Décision fictive"));
    }

    static String centre() {
        return centre(CENTRE_SIRET);
    }

    static String centre(String siret) {
        for (JsonNode c : get(AUTHORITY, "/v1/centres?limit=500").path("items")) {
            if (c.path("siret").asText().equals(siret)) {
                return c.path("id").asText();
            }
        }
        return post(AUTHORITY, "/v1/centres", json("siret", siret, "name", "Centre Fictif " + siret))
                .path("id")
                .asText();
    }

    static String site() {
        return site(centre(), "Plateau Fictif");
    }

    static String site(String centre, String name) {
        for (JsonNode s :
                get(AUTHORITY, "/v1/centres/" + centre + "/sites?limit=500").path("items")) {
            if (s.path("name").asText().equals(name)) {
                return s.path("id").asText();
            }
        }
        return post(
                        AUTHORITY,
                        "/v1/centres/" + centre + "/sites",
                        json(
                                "name",
                                name,
                                "addressLine",
                                "1 rue Fictive",
                                "postalCode",
                                "35000",
                                "city",
                                "Rennes",
                                "inseeCode",
                                "35238"))
                .path("id")
                .asText();
    }

    /** Juror {@code demo-juror-n}, accredited. */
    static String juror(int n) {
        String subject = "demo-juror-" + n;
        for (JsonNode j : get(AUTHORITY, "/v1/jurors?limit=500").path("items")) {
            if (j.path("subject").asText().equals(subject)) {
                return j.path("id").asText();
            }
        }
        return newJuror(subject, n == 4 ? "77572845400205" : null, CERTIFICATION);
    }

    static String newJuror(String subject, @Nullable String employerSiret, @Nullable String accreditedFor) {
        String id = post(
                        AUTHORITY,
                        "/v1/jurors",
                        json(
                                "subject",
                                subject,
                                "lastName",
                                "Fictif",
                                "firstName",
                                "Juré " + letters(subject),
                                "employerSiret",
                                employerSiret))
                .path("id")
                .asText();
        if (accreditedFor != null) {
            post(
                    AUTHORITY,
                    "/v1/jurors/" + id + "/accreditations",
                    json(
                            "certificationNumber",
                            accreditedFor,
                            "validFrom",
                            "2025-01-01",
                            "validTo",
                            "2028-07-02",
                            "yearsInTrade",
                            6));
        }
        return id;
    }

    static String candidate(String client) {
        return candidate(client, json());
    }

    /** A new invented candidate, with some fields otherwise. */
    static String candidate(String client, Map<String, Object> otherwise) {
        Map<String, Object> body = person("REF-" + UUID.randomUUID());
        body.putAll(otherwise);
        return post(client, "/v1/candidates", body).path("id").asText();
    }

    static Map<String, Object> person(String externalRef) {
        return json(
                "externalRef",
                externalRef,
                "birthName",
                "Fictif",
                "firstNames",
                List.of("Alpha", letters(externalRef)),
                "sex",
                "F",
                "bornOn",
                "1996-03-14",
                "birthPlace",
                json("inseeCode", "35238", "label", "Rennes"),
                "postalCode",
                "35000");
    }

    static Map<String, Object> draft(
            String type, @Nullable String block, String centre, String site, LocalDate day, String number) {
        return json(
                "type",
                type,
                "certificationNumber",
                number,
                "blockCode",
                block,
                "centreId",
                centre,
                "siteId",
                site,
                "startsOn",
                day,
                "endsOn",
                day,
                "manager",
                "Fictif Responsable");
    }

    /** A declared session of today. */
    static String declared(String type, @Nullable String block) {
        return declared(type, block, TODAY);
    }

    static String declared(String type, @Nullable String block, LocalDate day) {
        String id = post(CENTRE, "/v1/sessions", draft(type, block, centre(), site(), day, CERTIFICATION))
                .path("id")
                .asText();
        move(CENTRE, "/v1/sessions/" + id + "/declaration", json());
        return id;
    }

    static Map<String, Object> training(String candidate) {
        return json(
                "candidateId",
                candidate,
                "route",
                "CONTINUING",
                "trainingProviderSiret",
                CENTRE_SIRET,
                "trainingStartedOn",
                "2026-03-02",
                "trainingEndedOn",
                "2026-11-06");
    }

    static String enrol(String session, String candidate) {
        return post(CENTRE, "/v1/sessions/" + session + "/enrolments", training(candidate))
                .path("id")
                .asText();
    }

    static Map<String, Object> jury(String... jurors) {
        List<Object> members = new ArrayList<>();
        for (String j : jurors) {
            members.add(json("jurorId", j, "charterAcceptedOn", "2026-11-20"));
        }
        return json("members", members);
    }

    static Map<String, Object> situations() {
        return json(
                "situations",
                List.of(
                        json("code", "AP1", "type", "ACTIVE_PRESENCE", "label", "Fictive : gare"),
                        json("code", "AP2", "type", "ACTIVE_PRESENCE", "label", "Fictive : résidence"),
                        json("code", "RG1", "type", "REGULATION", "label", "Fictive : voisins"),
                        json("code", "RG2", "type", "REGULATION", "label", "Fictive : bus")));
    }

    static Map<String, Object> kit() {
        return json(
                "reference",
                "DTE-FICTIF",
                "receivedOn",
                "2026-11-20",
                "ceresNumber",
                "CERES-FICTIF-" + UUID.randomUUID());
    }

    static Map<String, Object> opening(String... present) {
        return json(
                "presentJurorIds",
                List.of(present),
                "seals",
                json("checkedBy", "Fictif Responsable", "candidateWitness", "Fictif Alpha"));
    }

    /** What the results service tells of the record of a session. */
    static void tellOfRecord(String session, String name, @Nullable Boolean complete) {
        KafkaProbe.tell(
                "results",
                "parchemin.records",
                session,
                name,
                json(
                        "recordId",
                        UUID.randomUUID().toString(),
                        "sessionId",
                        session,
                        "complete",
                        complete,
                        "reason",
                        "Fictif"));
    }

    /** A suspicion in writing, with a witness. */
    static Map<String, Object> fraudReport(String enrolment) {
        return json(
                "enrolmentId",
                enrolment,
                "eventCode",
                "MSP",
                "occurredAt",
                "2026-11-23T08:20:00Z",
                "facts",
                "Fictif : téléphone allumé",
                "reportedBy",
                "Fictif Responsable",
                "witnesses",
                List.of(json("name", "Fictif T", "quality", "Jurée", "signedOn", TODAY)));
    }

    /** A session of one candidate with the jurors 1 and 2, summoned late and without situations. */
    static String summoned() {
        String path = "/v1/sessions/" + declared("TITLE", null);
        enrol(path.substring(path.lastIndexOf('/') + 1), candidate(CENTRE));
        put(CENTRE, path + "/jury", jury(juror(1), juror(2)));
        move(CENTRE, path + "/assessment-kit", kit());
        move(CENTRE, path + "/summons", json("lateReason", "Accord"));
        return path;
    }

    /** Jury, situations, kit, summons and opening of a declared session. */
    static void open(String session) {
        String path = "/v1/sessions/" + session;
        put(CENTRE, path + "/jury", jury(juror(1), juror(2)));
        put(CENTRE, path + "/situations", situations());
        move(CENTRE, path + "/assessment-kit", kit());
        move(CENTRE, path + "/summons", json("lateReason", "Accord écrit fictif"));
        move(CENTRE, path + "/opening", opening(juror(1), juror(2)));
    }

    /** Digits spelt as letters: civil names have none. */
    static String letters(String text) {
        StringBuilder letters = new StringBuilder("N");
        text.chars().filter(Character::isLetterOrDigit).forEach(c -> letters.append((char) ('a' + c % 26)));
        return letters.substring(0, Math.min(letters.length(), 50));
    }
}
