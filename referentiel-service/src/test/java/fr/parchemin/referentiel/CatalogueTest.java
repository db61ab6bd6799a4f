package fr.parchemin.referentiel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import fr.parchemin.kit.test.EventContract;
import fr.parchemin.kit.test.KafkaProbe;
import fr.parchemin.kit.test.ParcheminTestResource;
import fr.parchemin.kit.test.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shipped title as anyone reads it, and its plan as the certifier changes it. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class CatalogueTest {

    private static final String SHEET = "/v1/certifications/RNCP37722";

    @Test
    void showsTheWholeSheet() {
        given().get(SHEET)
                .then()
                .statusCode(200)
                .body("number", equalTo("RNCP37722"))
                .body("register", equalTo("RNCP"))
                .body("level.value", equalTo(3))
                .body("validity.registrationEndsOn", equalTo("2028-07-02"))
                .body("nsf.code", contains("332t", "344t"))
                .body("rome.code", contains("K1204"))
                .body("formacodes.code", contains("44091", "42839"))
                .body("certifiers[0].siret", equalTo("11000007200014"))
                .body("blocks", hasSize(3))
                .body("blocks.competences.flatten()", hasSize(12))
                .body("blocks[1].competences[2].code", equalTo("RNCP37722BC02-C3"))
                .body("blocks[1].competences[2].label", containsString("premiers gestes d'urgence"))
                .body("accessRoutes.findAll { it.open }.route", hasSize(4))
                .body("accessRoutes.find { it.route == 'INDIVIDUAL' }.open", equalTo(false))
                .body("statistics[0].year", equalTo(2022))
                .body("statistics[0].certified", equalTo(247))
                .body("statistics[0].certifiedByVae", equalTo(0))
                .body("statistics[0].employmentRate6Months", equalTo(33))
                .body("statistics[0].targetJobRate6Months", equalTo(26))
                .body("statistics[0].targetJobRate2Years", equalTo(72))
                .body("predecessors.flatten().toString()", containsString("RNCP35313"))
                .body("newCaledonia", nullValue())
                .body("frenchPolynesia", nullValue());
    }

    @Test
    void answersThatNothingChanged() {
        String tag = given().get(SHEET).then().extract().header("ETag");
        given().header("If-None-Match", tag).get(SHEET).then().statusCode(304);
        given().header("If-None-Match", "\"other\"").get(SHEET).then().statusCode(200);
    }

    @Test
    void showsBlocksAndPlan() {
        given().get(SHEET + "/blocks").then().statusCode(200);
        given().get(SHEET + "/blocks/RNCP37722BC02").then().statusCode(200).body("competences", hasSize(4));
        given().get(SHEET + "/assessment-plan")
                .then()
                .statusCode(200)
                .body("targets.target", contains("TITLE", "RNCP37722BC01", "RNCP37722BC02", "RNCP37722BC03"))
                .body("targets.totalMinutes", contains(110, 40, 40, 30))
                .body("targets[0].events.code", contains("MSP", "ET", "QP", "EF"))
                .body("targets[0].events.minutes", contains(30, 30, 30, 20))
                .body("targets[0].events[0].draw.count", equalTo(2))
                .body("documentChecks[0].competence", equalTo("RNCP37722BC02-C3"))
                .body("documentChecks[0].document", equalTo("SST"));
    }

    @Test
    void showsWhatItReplaces() {
        given().queryParam("depth", 3)
                .get(SHEET + "/lineage")
                .then()
                .statusCode(200)
                .body("predecessors.number", contains("RNCP35313"))
                .body("predecessors[0].known", equalTo(false))
                .body("predecessors[0].declaredBy", contains("RNCP37722"))
                .body("successors", hasSize(0));
        given().queryParam("depth", 11).get(SHEET + "/lineage").then().statusCode(400);
    }

    @Test
    void givesTextsAsPublishedOrPlain() {
        Response raw = given().get(SHEET);
        given().queryParam("texts", "PLAIN")
                .get(SHEET)
                .then()
                .statusCode(200)
                .header("ETag", not(raw.header("ETag")))
                .body("blocks.label", equalTo(raw.path("blocks.label")));
        given().queryParam("texts", "SHORT")
                .get(SHEET)
                .then()
                .statusCode(400)
                .body("violations.field", contains("texts"));
    }

    @Test
    void comparesTwoCertifications() {
        given().queryParam("with", "RNCP37722")
                .get(SHEET + "/compare")
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("fields", hasSize(0))
                .body("blocks.link", contains("SAME_LABEL", "SAME_LABEL", "SAME_LABEL"))
                .body("blocks.competences.flatten()", hasSize(12))
                .body("blocks.competences.flatten().findAll { it.here != it.there }", hasSize(0));
        given().queryParam("with", "RNCP35313").get(SHEET + "/compare").then().statusCode(404);
        given().get(SHEET + "/compare")
                .then()
                .statusCode(400)
                .body("violations.field", contains("with"))
                .body("violations.message", contains(containsString("with=RNCP35313")));
    }

    @Test
    void tellsOfTheTitleOnce() {
        List<KafkaProbe.Event> told = KafkaProbe.await(
                "parchemin.certifications",
                1,
                e -> e.name().equals("CertificationPublished") && e.key().equals("RNCP37722"));
        EventContract.requireValid(told);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().data().at("/plan/version").intValue()).isEqualTo(1);
        assertThat(told.getFirst().data().at("/blocks").size()).isEqualTo(3);
        assertThat(told.getFirst().data().at("/statistics").toString())
                .isEqualTo("[{\"year\":2022,\"certified\":247,\"certifiedByVae\":0,\"employmentRate6Months\":33,"
                        + "\"targetJobRate6Months\":26,\"targetJobRate2Years\":72}]");
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        given().get("/v1/certifications/RNCP99999").then().statusCode(404).contentType("application/problem+json");
        given().get("/v1/certifications/37722").then().statusCode(400);
        given().queryParam("levle", 3)
                .get("/v1/certifications")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("levle"));
        given().queryParam("register", "RNCP")
                .queryParam("level", 3)
                .get("/v1/certifications")
                .then()
                .statusCode(200)
                .body("items.number", hasItem("RNCP37722"));
    }

    @Test
    void letsTheCertifierAloneReplaceThePlanAndRefusesOneThatDoesNotAddUp() {
        Response plan = given().get(SHEET + "/assessment-plan");
        String tag = plan.header("ETag");
        String wrong = plan.asString().replaceFirst("\"totalMinutes\":110", "\"totalMinutes\":111");
        given().contentType(ContentType.JSON)
                .body(wrong)
                .put(SHEET + "/assessment-plan")
                .then()
                .statusCode(401);
        as("demo-centre").body(wrong).put(SHEET + "/assessment-plan").then().statusCode(403);
        as("demo-certifier").body(wrong).put(SHEET + "/assessment-plan").then().statusCode(428);
        as("demo-certifier")
                .header("If-Match", "\"stale\"")
                .body(wrong)
                .put(SHEET + "/assessment-plan")
                .then()
                .statusCode(412);
        as("demo-certifier")
                .header("If-Match", tag)
                .body(wrong)
                .put(SHEET + "/assessment-plan")
                .then()
                .statusCode(422)
                .body("violations", hasSize(1));
        given().get(SHEET + "/assessment-plan").then().header("ETag", tag);
    }

    @Test
    void aTitleMayHaveComplementaryCertificates() {
        Response plan = given().get(SHEET + "/assessment-plan");
        String with = plan.asString().replaceFirst("\"complements\":\\[]", """
                        "complements":[{"code":"RNCP37722CCS01","label":"Complément fictif",
                            "competences":[{"code":"RNCP37722CCS01-C1","label":"Compétence fictive"}]}]""").replaceFirst("\"targets\":\\[", """
                        "targets":[{"target":"RNCP37722CCS01","totalMinutes":30,"events":[
                            {"code":"MSP","kind":"PROFESSIONAL_SIMULATION","label":"Mise en situation","minutes":30,
                             "competences":["RNCP37722CCS01-C1"]}]},""");
        as("demo-certifier")
                .header("If-Match", plan.header("ETag"))
                .body(with.replace("RNCP37722CCS01-C1", "RNCP37722CCS02-C1"))
                .put(SHEET + "/assessment-plan")
                .then()
                .statusCode(422)
                .body("violations.field", contains("/complements/0/competences/0/code"));
        as("demo-certifier")
                .header("If-Match", plan.header("ETag"))
                .body(with.replaceFirst("\"target\":\"RNCP37722CCS01\"", "\"target\":\"RNCP37722CCS09\""))
                .put(SHEET + "/assessment-plan")
                .then()
                .statusCode(422)
                .body("violations.rule", hasItem("R14"))
                .body("violations.field", hasItem("/targets/0/target"));
        String tag = as("demo-certifier")
                .header("If-Match", plan.header("ETag"))
                .body(with)
                .put(SHEET + "/assessment-plan")
                .then()
                .statusCode(200)
                .body("complements.code", contains("RNCP37722CCS01"))
                .extract()
                .header("ETag");
        List<KafkaProbe.Event> told = KafkaProbe.await(
                "parchemin.certifications",
                1,
                e -> e.key().equals("RNCP37722")
                        && e.data().at("/plan/complements/0/code").asText().equals("RNCP37722CCS01"));
        EventContract.requireValid(told);
        as("demo-certifier")
                .header("If-Match", tag)
                .body(plan.asString())
                .put(SHEET + "/assessment-plan")
                .then()
                .statusCode(200)
                .body("complements", hasSize(0));
    }

    @Test
    void aPlanMayNameTheCompetencesThatTheRegisterHasAsText() {
        Response plan = given().get(SHEET + "/assessment-plan");
        List<String> before = given().get(SHEET + "/blocks/RNCP37722BC03").path("competences.label");
        String with = plan.asString().replaceFirst("\\{", """
                        {"competences":[{"block":"RNCP37722BC03","labels":["Un","Deux","Trois"]}],""");
        // Without those of the other blocks, the plan assesses what is no longer there.
        as("demo-certifier")
                .header("If-Match", plan.header("ETag"))
                .body(with)
                .put(SHEET + "/assessment-plan")
                .then()
                .statusCode(422);
        String whole = allCompetences(List.of("Un", "Deux", "Trois"));
        as("demo-certifier")
                .header("If-Match", plan.header("ETag"))
                .body(plan.asString().replaceFirst("\\{", "{\"competences\":" + whole.replace("BC01", "BC07") + ","))
                .put(SHEET + "/assessment-plan")
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("/competences/0/block"));
        assertThat(given().get(SHEET + "/blocks/RNCP37722BC03").<List<String>>path("competences.label"))
                .isEqualTo(before);

        as("demo-certifier")
                .header("If-Match", plan.header("ETag"))
                .body(plan.asString().replaceFirst("\\{", "{\"competences\":" + whole + ","))
                .put(SHEET + "/assessment-plan")
                .then()
                .statusCode(200)
                .header("ETag", plan.header("ETag"));
        given().get(SHEET + "/blocks/RNCP37722BC03")
                .then()
                .body("competences.code", contains("RNCP37722BC03-C1", "RNCP37722BC03-C2", "RNCP37722BC03-C3"))
                .body("competences.label", contains("Un", "Deux", "Trois"));
        EventContract.requireValid(KafkaProbe.await(
                "parchemin.certifications",
                1,
                e -> e.key().equals("RNCP37722") && e.data().toString().contains("\"Deux\"")));

        as("demo-certifier")
                .header("If-Match", plan.header("ETag"))
                .body(plan.asString().replaceFirst("\\{", "{\"competences\":" + allCompetences(before) + ","))
                .put(SHEET + "/assessment-plan")
                .then()
                .statusCode(200);
        assertThat(given().get(SHEET + "/blocks/RNCP37722BC03").<List<String>>path("competences.label"))
                .isEqualTo(before);
    }

    /** Those of the title as they are, save for the last block. */
    private static String allCompetences(List<String> ofTheLastBlock) {
        JsonArray all = new JsonArray();
        for (String block : List.of("RNCP37722BC01", "RNCP37722BC02")) {
            List<String> labels = given().get(SHEET + "/blocks/" + block).path("competences.label");
            all.add(new JsonObject().put("block", block).put("labels", new JsonArray(labels)));
        }
        all.add(new JsonObject().put("block", "RNCP37722BC03").put("labels", new JsonArray(ofTheLastBlock)));
        return all.encode();
    }

    private static RequestSpecification as(String client) {
        return given().auth().oauth2(Tokens.of(client)).contentType(ContentType.JSON);
    }
}
