package fr.parchemin.session;

import static fr.parchemin.session.World.AUTHORITY;
import static fr.parchemin.session.World.CENTRE;
import static fr.parchemin.session.World.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.kit.test.ParcheminTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is refused, with every reason at once, and nothing changed. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class RefusalTest {

    private final MovableClock clock;

    RefusalTest(MovableClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void prepare() {
        clock.set(MovableClock.MONDAY);
        World.prepare();
    }

    @Test
    void anEnrolmentThatBreaksManyRules() {
        String session = World.declared("TITLE", null);
        String candidate = World.candidate(CENTRE);
        Map<String, Object> request = json("candidateId", candidate, "route", "INDIVIDUAL");
        assertThat(World.rules(World.tryPost(CENTRE, "/v1/sessions/" + session + "/enrolments", request)))
                .containsExactly("R17", "R18");

        request = json(
                "candidateId",
                candidate,
                "route",
                "INITIAL",
                "trainingProviderSiret",
                World.PLATFORM_SIRET,
                "trainingStartedOn",
                "2028-07-03",
                "trainingEndedOn",
                "2028-01-01");
        Response refused = World.tryPost(CENTRE, "/v1/sessions/" + session + "/enrolments", request);
        assertThat(World.rules(refused)).containsExactly("R5", "R17", "R18", "R39");
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.jsonPath().getString("type")).isEqualTo("https://parchemin.fr/problems/rule-broken");

        String query = "candidateId=" + candidate
                + "&route=INITIAL&trainingProviderSiret=" + World.PLATFORM_SIRET
                + "&trainingStartedOn=2028-07-03&trainingEndedOn=2028-01-01";
        JsonNode answer = World.get(CENTRE, "/v1/sessions/" + session + "/eligibility?" + query);
        assertThat(answer.path("eligible").asBoolean()).isFalse();
        assertThat(answer.path("violations"))
                .isEqualTo(World.read(refused.asString()).path("violations"));
        assertThat(World.get(CENTRE, "/v1/sessions/" + session + "/enrolments").path("items"))
                .isEmpty();
    }

    @Test
    void eligibilityIsWhatTheEnrolmentWouldAnswer() {
        String session = World.declared("TITLE", null);
        Map<String, Object> training = World.training(World.candidate(CENTRE));
        training.put("trainingProviderSiret", "982 224 388 00016");
        String path = "/v1/sessions/" + session;
        assertThat(World.body(World.as(CENTRE).queryParams(training).get(path + "/eligibility"), 200)
                        .path("eligible")
                        .asBoolean())
                .isTrue();
        World.move(CENTRE, path + "/cancellation", json("reason", "Fictif"));
        JsonNode refused = World.body(World.tryPost(CENTRE, path + "/enrolments", training), 409);
        assertThat(World.body(World.as(CENTRE).queryParams(training).get(path + "/eligibility"), 409)
                        .path("detail"))
                .isEqualTo(refused.path("detail"));
    }

    @Test
    void aDayBeyondTheCalendarIsTheRequestsFault() {
        Map<String, Object> draft =
                World.draft("TITLE", null, World.centre(), World.site(), World.TODAY, World.CERTIFICATION);
        draft.put("startsOn", "-999999999-01-01");
        World.body(World.tryPost(CENTRE, "/v1/sessions", draft), 400);
    }

    @Test
    void aVaeCandidateWithoutAdmissibilityAndASecondEnrolment() {
        String session = World.declared("TITLE", null);
        String candidate = World.candidate(CENTRE);
        String path = "/v1/sessions/" + session + "/enrolments";
        assertThat(World.rules(World.tryPost(CENTRE, path, json("candidateId", candidate, "route", "EXPERIENCE"))))
                .containsExactly("R22");
        World.post(
                CENTRE,
                path,
                json("candidateId", candidate, "route", "EXPERIENCE", "vaeAdmissibleSince", "2026-01-12"));
        JsonNode refused = World.body(World.tryPost(CENTRE, path, World.training(candidate)), 409);
        assertThat(refused.path("type").asText()).isEqualTo("https://parchemin.fr/problems/place-taken");
        assertThat(refused.path("violations").findValuesAsText("rule")).containsExactly("R28");
        // With another fault it is the request that is wrong.
        assertThat(World.rules(World.tryPost(CENTRE, path, json("candidateId", candidate, "route", "EXPERIENCE"))))
                .containsExactly("R22", "R28");
    }

    @Test
    void whoCannotBeDeclaredLaterIsWarnedWhenEnrolled() {
        String session = World.declared("TITLE", null);
        String candidate = World.candidate(
                CENTRE,
                json(
                        "birthName",
                        "Фиктив",
                        "birthPlace",
                        json("inseeCode", "35238", "label", "Berlin", "countryCode", "DEU")));
        String query = "?candidateId=" + candidate + "&route=CONTINUING&trainingProviderSiret=" + World.CENTRE_SIRET
                + "&trainingStartedOn=2026-03-02&trainingEndedOn=2026-11-06";
        JsonNode answer = World.get(CENTRE, "/v1/sessions/" + session + "/eligibility" + query);
        assertThat(answer.path("eligible").asBoolean()).isTrue();
        assertThat(answer.path("declarable").asBoolean()).isFalse();
        JsonNode enrolled = World.post(CENTRE, "/v1/sessions/" + session + "/enrolments", World.training(candidate));
        assertThat(World.warnings(enrolled)).containsExactly("D9", "D15");
        assertThat(enrolled.path("warnings")).isEqualTo(answer.path("warnings"));
    }

    @Test
    void aModeSetToWarnLetsPassAndRecords() {
        String session = World.declared("TITLE", null);
        String candidate = World.candidate(CENTRE);
        System.setProperty("rules.R17.mode", "warn");
        try {
            Map<String, Object> request = World.training(candidate);
            request.put("route", "INDIVIDUAL");
            JsonNode enrolled = World.post(CENTRE, "/v1/sessions/" + session + "/enrolments", request);
            assertThat(World.warnings(enrolled)).containsExactly("R17");
            JsonNode rule = World.get(CENTRE, "/v1/rules")
                    .path("items")
                    .valueStream()
                    .filter(r -> r.path("number").asText().equals("R17"))
                    .findFirst()
                    .orElseThrow();
            assertThat(rule.path("mode").asText()).isEqualTo("warn");
        } finally {
            System.clearProperty("rules.R17.mode");
        }
    }

    @Test
    void aSessionWithoutApprovalIsNotDeclared() {
        String site = World.site(World.centre(), "Plateau sans agrément");
        JsonNode drafted = World.post(
                CENTRE,
                "/v1/sessions",
                World.draft("TITLE", null, World.centre(), site, LocalDate.of(2027, 3, 8), World.CERTIFICATION));
        assertThat(World.warnings(drafted)).containsExactly("R32");
        assertThat(World.rules(World.tryPost(
                        CENTRE, "/v1/sessions/" + drafted.path("id").asText() + "/declaration", json())))
                .containsExactly("R32");
    }

    @Test
    void aSessionAfterTheGraceYearIsNotDeclared() {
        JsonNode drafted = World.post(
                CENTRE,
                "/v1/sessions",
                World.draft(
                        "TITLE", null, World.centre(), World.site(), LocalDate.of(2029, 7, 3), World.CERTIFICATION));
        // The approval ran to the last day of validity: in the grace year it is deemed to hold on (R33).
        assertThat(World.warnings(drafted)).containsExactly("R8");
    }

    @Test
    void anUnknownCertificationIsNotKnownYet() {
        Response refused = World.tryPost(
                CENTRE,
                "/v1/sessions",
                World.draft("TITLE", null, World.centre(), World.site(), World.TODAY, "RNCP999999"));
        JsonNode problem = World.body(refused, 422);
        assertThat(problem.path("type").asText()).isEqualTo("https://parchemin.fr/problems/certification-unknown");
        assertThat(problem.path("retry").asText()).isEqualTo("later");
    }

    @Test
    void aComplementaryCertificateIsNotListed() {
        assertThat(World.rules(World.tryPost(
                        CENTRE,
                        "/v1/sessions",
                        World.draft(
                                "CCS", World.BC01, World.centre(), World.site(), World.TODAY, World.CERTIFICATION))))
                .containsExactly("R4");
    }

    @Test
    void aSummonsThatBreaksManyRules() {
        String session = World.declared("TITLE", null);
        String path = "/v1/sessions/" + session;
        String first = World.enrol(session, World.candidate(CENTRE));
        World.move(CENTRE, path + "/assessment-kit", World.kit());
        JsonNode jury = World.put(CENTRE, path + "/jury", json("members", List.of(json("jurorId", World.juror(1)))));
        assertThat(World.warnings(jury)).containsExactly("R49", "R56", "R57");
        Response refused = World.tryPost(CENTRE, path + "/summons", json());
        assertThat(World.rules(refused)).containsExactly("R49", "R56", "R57", "R66");
        assertThat(refused.asString()).contains(first);
        assertThat(World.get(CENTRE, path).path("state").asText()).isEqualTo("DTE_SENT");

        World.replace(CENTRE, path + "/jury", World.jury(World.juror(1), World.juror(2)));
        assertThat(World.rules(World.tryPost(CENTRE, path + "/summons", json())))
                .containsExactly("R66");
        JsonNode summoned = World.move(CENTRE, path + "/summons", json("lateReason", "Accord écrit"));
        assertThat(summoned.path("late").asBoolean()).isTrue();
        assertThat(summoned.path("lateReason").asText()).isEqualTo("Accord écrit");
        assertThat(summoned.path("state").asText()).isEqualTo("CONVOKED");
    }

    @Test
    void theResponsableIsNotACandidate() {
        Map<String, Object> draft =
                World.draft("TITLE", null, World.centre(), World.site(), World.TODAY, World.CERTIFICATION);
        draft.put("manager", "Alpha Fictif");
        String session = World.post(CENTRE, "/v1/sessions", draft).path("id").asText();
        String path = "/v1/sessions/" + session;
        World.move(CENTRE, path + "/declaration", json());
        World.enrol(session, World.candidate(CENTRE));
        World.put(CENTRE, path + "/jury", World.jury(World.juror(1), World.juror(2)));
        World.move(CENTRE, path + "/assessment-kit", World.kit());
        assertThat(World.rules(World.tryPost(CENTRE, path + "/summons", json("lateReason", "Accord"))))
                .containsExactly("R75");
    }

    @Test
    void aJurorWithoutAccreditationIsNotAppointed() {
        String session = World.declared("TITLE", null);
        String stranger = World.newJuror("stranger-" + UUID.randomUUID(), null, null);
        Response refused = World.as(CENTRE)
                .body(World.text(World.jury(World.juror(1), stranger)))
                .put("/v1/sessions/" + session + "/jury");
        assertThat(World.rules(refused)).containsExactly("R44");
        assertThat(World.get(CENTRE, "/v1/sessions/" + session + "/jury").path("members"))
                .isEmpty();
    }

    @Test
    void theSameEmployerIsFoundByItself() {
        String session = World.declared("TITLE", null);
        String path = "/v1/sessions/" + session;
        String enrolment = World.enrol(session, World.candidate(CENTRE, Map.of("employerSiret", "775 728 454 00205")));
        World.put(CENTRE, path + "/jury", World.jury(World.juror(1), World.juror(4)));
        World.move(CENTRE, path + "/assessment-kit", World.kit());
        JsonNode recusals = World.get(CENTRE, path + "/recusals").path("items");
        assertThat(recusals).hasSize(1);
        assertThat(recusals.path(0).path("ground").asText()).isEqualTo("SAME_EMPLOYER");
        assertThat(recusals.path(0).path("declaredBy").asText()).isEqualTo("SYSTEM");
        assertThat(recusals.path(0).path("enrolmentId").asText()).isEqualTo(enrolment);
        assertThat(World.rules(World.tryPost(CENTRE, path + "/summons", json("lateReason", "Accord"))))
                .containsExactly("R56");

        World.replace(CENTRE, path + "/jury", World.jury(World.juror(1), World.juror(2), World.juror(4)));
        World.move(CENTRE, path + "/summons", json("lateReason", "Accord"));
    }

    @Test
    void anEmployerThatIsRecordedAfterTheSummonsIsFoundAtTheOpening() {
        String session = World.declared("TITLE", null);
        String path = "/v1/sessions/" + session;
        Map<String, Object> person = World.person("REF-" + UUID.randomUUID());
        String enrolment = World.enrol(
                session, World.post(CENTRE, "/v1/candidates", person).path("id").asText());
        String[] jury = {World.juror(1), World.juror(2), World.juror(4)};
        World.put(CENTRE, path + "/jury", World.jury(jury));
        World.put(CENTRE, path + "/situations", World.situations());
        World.move(CENTRE, path + "/assessment-kit", World.kit());
        World.move(CENTRE, path + "/summons", json("lateReason", "Accord"));
        person.put("employerSiret", "77572845400205");
        World.replace(CENTRE, "/v1/candidates/by-external-ref/" + person.get("externalRef"), person);
        World.move(CENTRE, path + "/opening", World.opening(jury));
        JsonNode recusals = World.get(CENTRE, path + "/recusals").path("items");
        assertThat(recusals.findValuesAsText("jurorId")).containsExactly(World.juror(4));
        assertThat(recusals.path(0).path("enrolmentId").asText()).isEqualTo(enrolment);
    }

    /** R52: the body that trained the candidate is one that both belong to. */
    @Test
    void whoWorksForTheBodyThatTrainedTheCandidateIsFoundByItself() {
        String session = World.declared("TITLE", null);
        String path = "/v1/sessions/" + session;
        String enrolment = World.enrol(session, World.candidate(CENTRE));
        String trainer = World.newJuror("juror-" + UUID.randomUUID(), World.CENTRE_SIRET, World.CERTIFICATION);
        World.put(CENTRE, path + "/jury", World.jury(World.juror(1), trainer));
        World.move(CENTRE, path + "/assessment-kit", World.kit());
        JsonNode recusals = World.get(CENTRE, path + "/recusals").path("items");
        assertThat(recusals.findValuesAsText("jurorId")).containsExactly(trainer);
        assertThat(recusals.path(0).path("enrolmentId").asText()).isEqualTo(enrolment);
        assertThat(recusals.path(0).path("declaredBy").asText()).isEqualTo("SYSTEM");
        assertThat(World.rules(World.tryPost(CENTRE, path + "/summons", json("lateReason", "Accord"))))
                .containsExactly("R56");
    }

    @Test
    void anOpeningWithoutJuryAndSeals() {
        String path = World.summoned();
        Map<String, Object> empty = json("presentJurorIds", List.of(World.juror(1)), "seals", json());
        assertThat(World.rules(World.tryPost(CENTRE, path + "/opening", empty)))
                .containsExactly("R49", "R69", "R69", "R80", "R80");
        World.put(CENTRE, path + "/situations", World.situations());
        assertThat(World.rules(World.tryPost(CENTRE, path + "/opening", empty))).containsExactly("R49", "R69", "R69");
        clock.set(Instant.parse("2026-11-22T22:59:59Z"));
        assertThat(World.body(
                                World.tryPost(CENTRE, path + "/opening", World.opening(World.juror(1), World.juror(2))),
                                409)
                        .path("detail")
                        .asText())
                .isEqualTo(
                        "The session starts on 2026-11-23 and it is 2026-11-22 at the site: open it on its first day.");
        clock.set(Instant.parse("2026-11-22T23:00:00Z"));
        World.move(CENTRE, path + "/opening", World.opening(World.juror(1), World.juror(2)));
    }

    @Test
    void anOpeningWithoutTheSituationsThatAreDrawn() {
        String path = World.summoned();
        Map<String, Object> opening = World.opening(World.juror(1), World.juror(2));
        assertThat(World.rules(World.tryPost(CENTRE, path + "/opening", opening)))
                .containsExactly("R80", "R80");
        World.put(
                CENTRE,
                path + "/situations",
                json("situations", List.of(json("code", "AP1", "type", "ACTIVE_PRESENCE", "label", "Fictive : gare"))));
        Response refused = World.tryPost(CENTRE, path + "/opening", opening);
        assertThat(World.rules(refused)).containsExactly("R80");
        assertThat(refused.asString()).contains("0 situation(s) of type REGULATION");
        World.replace(CENTRE, path + "/situations", World.situations());
        World.move(CENTRE, path + "/opening", opening);
    }

    @Test
    void aBlockWithoutDrawNeedsNoSituations() {
        String session = World.declared("CCP", World.BC03);
        String path = "/v1/sessions/" + session;
        World.enrol(session, World.candidate(CENTRE));
        World.put(CENTRE, path + "/jury", World.jury(World.juror(1), World.juror(2)));
        World.move(CENTRE, path + "/assessment-kit", World.kit());
        World.move(CENTRE, path + "/summons", json("lateReason", "Accord"));
        World.move(CENTRE, path + "/opening", World.opening(World.juror(1), World.juror(2)));
    }

    @Test
    void aKitWithoutNumber() {
        String session = World.declared("TITLE", null);
        assertThat(World.rules(World.tryPost(
                        CENTRE,
                        "/v1/sessions/" + session + "/assessment-kit",
                        json("reference", "DTE", "receivedOn", "2026-11-20"))))
                .containsExactly("R64");
    }

    @Test
    void aStepOutOfOrderNamesTheStateAndWhatIsMissing() {
        String session = World.declared("TITLE", null);
        JsonNode problem = World.body(
                World.tryPost(CENTRE, "/v1/sessions/" + session + "/opening", World.opening(World.juror(1))), 409);
        assertThat(problem.path("type").asText()).isEqualTo("https://parchemin.fr/problems/wrong-state");
        assertThat(problem.path("detail").asText())
                .isEqualTo("The session is DECLARED; to open the session: POST …/opening it must be CONVOKED.");
        World.enrol(session, World.candidate(CENTRE));
        World.open(session);
        assertThat(World.body(World.tryPost(CENTRE, "/v1/sessions/" + session + "/closure", json()), 409)
                        .path("detail")
                        .asText())
                .startsWith("The attendance is not recorded of: ");
    }

    @Test
    void drawsOutOfOrder() {
        String session = World.declared("TITLE", null);
        String enrolment = World.enrol(session, World.candidate(CENTRE));
        World.open(session);
        String path = "/v1/sessions/" + session + "/enrolments/" + enrolment;
        World.body(World.tryPost(CENTRE, path + "/draws", json("eventCode", "MSP")), 409);
        World.put(CENTRE, path + "/attendance", json("status", "PRESENT"));
        assertThat(World.rules(World.tryPost(CENTRE, path + "/draws", json("eventCode", "QP"))))
                .containsExactly("R80");
        assertThat(World.rules(World.tryPost(CENTRE, path + "/draws", json("eventCode", "XX"))))
                .containsExactly("R80");
        JsonNode first = World.post(CENTRE, path + "/draws", json("eventCode", "MSP"));
        assertThat(World.rules(World.tryPost(CENTRE, path + "/draws", json("eventCode", "MSP"))))
                .containsExactly("R82");
        JsonNode second =
                World.post(CENTRE, path + "/draws", json("eventCode", "MSP", "redrawReason", "Enveloppe ouverte"));
        assertThat(second.path("rank").asInt()).isEqualTo(2);
        assertThat(World.get(CENTRE, path + "/draws").path("items").path(0)).isEqualTo(first);

        JsonNode proof = World.get(CENTRE, path + "/draws/" + first.path("id").asText() + "/proof");
        assertThat(proof.path("replayed").asBoolean()).isTrue();
        assertThat(proof.path("seed").asText()).matches("[0-9a-f]{64}");
        assertThat(proof.path("commitment").asText())
                .isEqualTo(first.path("commitment").asText());
        assertThat(proof.path("pool").findValuesAsText("code")).containsExactly("AP1", "AP2", "RG1", "RG2");
        assertThat(proof.path("picks").findValuesAsText("code"))
                .isEqualTo(first.path("situations").findValuesAsText("code"));
    }

    @Test
    void aCertificateThatProvesNothing() {
        String session = World.declared("CCP", World.BC01);
        String enrolment = World.enrol(session, World.candidate(CENTRE));
        World.open(session);
        String path = "/v1/sessions/" + session + "/enrolments/" + enrolment;
        World.put(CENTRE, path + "/attendance", json("status", "PRESENT"));
        Map<String, Object> sst =
                json("kind", "SST", "reference", "SST-1", "issuer", "Fictif", "issuedOn", "2026-01-05");
        assertThat(World.rules(World.tryPost(CENTRE, path + "/documents", sst))).containsExactly("R85");
    }

    @Test
    void aCertificateOutOfDateIsRecordedAsSuch() {
        String session = World.declared("TITLE", null);
        String enrolment = World.enrol(session, World.candidate(CENTRE));
        World.open(session);
        String path = "/v1/sessions/" + session + "/enrolments/" + enrolment;
        World.put(CENTRE, path + "/attendance", json("status", "PRESENT"));
        JsonNode old = World.post(
                CENTRE,
                path + "/documents",
                json("kind", "SST", "reference", "SST-1", "issuer", "Fictif", "issuedOn", "2024-11-22"));
        assertThat(old.path("validUntil").asText()).isEqualTo("2026-11-22");
        assertThat(old.path("validOnExamDay").asBoolean()).isFalse();
        JsonNode generous = World.post(
                CENTRE,
                path + "/documents",
                json(
                        "kind",
                        "SST",
                        "reference",
                        "SST-2",
                        "issuer",
                        "Fictif",
                        "issuedOn",
                        "2024-11-22",
                        "validUntil",
                        "2027-11-22"));
        assertThat(generous.path("validOnExamDay").asBoolean()).isTrue();
        assertThat(World.warnings(generous)).containsExactly("R88");
        World.body(
                World.tryPost(
                        CENTRE,
                        path + "/documents",
                        json("kind", "SST", "reference", "S", "issuer", "F", "issuedOn", "2026-11-24")),
                400);
    }

    @Test
    void malformedRequests() {
        Map<String, Object> draft =
                World.draft("TITLE", null, World.centre(), World.site(), World.TODAY, World.CERTIFICATION);
        draft.put("colour", "blue");
        JsonNode unknown = World.body(World.tryPost(CENTRE, "/v1/sessions", draft), 400);
        assertThat(unknown.path("violations").path(0).path("field").asText()).isEqualTo("/colour");
        draft.remove("colour");
        draft.put("type", "EXAM");
        World.body(World.tryPost(CENTRE, "/v1/sessions", draft), 400);
        draft.put("type", "CCP");
        World.body(World.tryPost(CENTRE, "/v1/sessions", draft), 400);
        draft.put("type", "TITLE");
        draft.put("endsOn", "2026-11-22");
        draft.put("manager", " ");
        JsonNode two = World.body(World.tryPost(CENTRE, "/v1/sessions", draft), 400);
        assertThat(two.path("violations").findValuesAsText("field")).contains("/manager", "/inOrder");
        World.body(World.as(CENTRE).get("/v1/sessions?colour=blue"), 400);
        World.body(World.as(CENTRE).get("/v1/sessions?limit=501"), 400);
        World.body(World.as(CENTRE).get("/v1/sessions?cursor=abc"), 400);
        World.body(World.as(CENTRE).get("/v1/sessions?state=OPEN"), 400);
        World.body(World.tryPost(CENTRE, "/v1/candidates", "{\"birthName\": \"R2D2\"}"), 400);
        World.body(World.tryPost(AUTHORITY, "/v1/centres", json("siret", "50000000000000", "name", "F")), 400);
    }

    @Test
    void whatIsThereAlready() {
        World.body(World.tryPost(AUTHORITY, "/v1/centres", json("siret", World.CENTRE_SIRET, "name", "Encore")), 409);
        World.body(
                World.tryPost(
                        AUTHORITY,
                        "/v1/centres/" + World.centre() + "/approvals",
                        json(
                                "certificationNumber",
                                World.CERTIFICATION,
                                "siteId",
                                World.site(),
                                "validFrom",
                                "2028-07-02",
                                "validTo",
                                "2028-07-02",
                                "decision",
                                "Encore")),
                409);
        World.body(
                World.tryPost(
                        AUTHORITY,
                        "/v1/jurors/" + World.juror(1) + "/accreditations",
                        json(
                                "certificationNumber",
                                World.CERTIFICATION,
                                "validFrom",
                                "2024-01-01",
                                "validTo",
                                "2025-01-01",
                                "yearsInTrade",
                                6)),
                409);
        assertThat(World.rules(World.tryPost(
                        AUTHORITY,
                        "/v1/jurors/" + World.juror(1) + "/accreditations",
                        json(
                                "certificationNumber",
                                World.CERTIFICATION,
                                "validFrom",
                                "2028-07-03",
                                "validTo",
                                "2028-12-31",
                                "yearsInTrade",
                                2))))
                .containsExactly("R45", "R47");
    }
}
