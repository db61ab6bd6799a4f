package fr.parchemin.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import fr.parchemin.kit.test.ParcheminTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holders are asked, answer once, and are forgotten when the rates are final. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class SurveyTest extends HoldersBase {

    private static final List<String> SITUATIONS = List.of(
            "TARGET_JOB",
            "OTHER_JOB",
            "SEEKING_WORK",
            "NOT_SEEKING_WORK",
            "FURTHER_STUDIES",
            "WORK_STUDY_CONTRACT",
            "UNABLE_TO_WORK",
            "WORKING_ABROAD");

    /** A year whose holders have all been due for both waves. */
    private int year() {
        return today().getYear() - 3;
    }

    @Test
    void randomHistoriesComeToTheRatesOfTheFormula() {
        long seed = 20261128L;
        Random random = new Random(seed);
        for (int history = 0; history < 10; history++) {
            String title = newTitle();
            Map<Holder, @Nullable String> model = new HashMap<>();
            for (int h = 1 + random.nextInt(14); h > 0; h--) {
                model.put(awarded(title, random), null);
            }
            String wave = random.nextBoolean() ? "P6M" : "P24M";
            String survey = opened(title, year(), wave);
            for (int step = 0; step < 25; step++) {
                act(survey, title, model, random);
                if (step % 5 == 0) {
                    compare(rates(survey), wave, model, "seed %d, history %d, step %d".formatted(seed, history, step));
                }
            }
            compare(rates(survey), wave, model, "seed %d, history %d".formatted(seed, history));
            as("demo-certifier")
                    .post("/v1/surveys/" + survey + "/freeze")
                    .then()
                    .statusCode(200);
            // What happens to titles from here on is no longer the survey's.
            model.keySet().stream().findFirst().ifPresent(this::annul);
            compare(rates(survey), wave, model, "seed %d, history %d, frozen".formatted(seed, history));
        }
    }

    private Holder awarded(String title, Random random) {
        return award(title, "CONTINUING", LocalDate.of(year(), 1, 1).plusDays(random.nextInt(365)));
    }

    private void act(String survey, String title, Map<Holder, @Nullable String> model, Random random) {
        List<Holder> holders = new ArrayList<>(model.keySet());
        if (holders.isEmpty() || random.nextInt(8) == 0) {
            model.put(awarded(title, random), null);
            return;
        }
        Map<String, String> respondents = respondents(survey);
        assertThat(respondents.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        holders.stream().map(h -> h.candidate().toString()).toList());
        Holder one = holders.get(random.nextInt(holders.size()));
        String situation = SITUATIONS.get(random.nextInt(SITUATIONS.size()));
        String id = respondents.get(one.candidate().toString());
        switch (random.nextInt(4)) {
            case 0 -> {
                annul(one);
                model.remove(one);
            }
            case 1 -> {
                StringBuilder csv = new StringBuilder("respondentId;situation\n");
                Map<Holder, String> told = new HashMap<>();
                holders.stream().filter(h -> model.get(h) == null).limit(3).forEach(h -> {
                    String said = SITUATIONS.get(random.nextInt(SITUATIONS.size()));
                    csv.append(respondents.get(h.candidate().toString()))
                            .append(';')
                            .append(said)
                            .append('\n');
                    told.put(h, said);
                });
                file(survey, csv.toString(), "").statusCode(200).body("counts.recorded", equalTo(told.size()));
                model.putAll(told);
            }
            default -> {
                boolean before = model.get(one) != null;
                String tag = before
                        ? as("demo-certifier")
                                .get("/v1/surveys/" + survey + "/answers/" + id)
                                .then()
                                .statusCode(200)
                                .extract()
                                .header("ETag")
                        : null;
                put(survey, id, Map.of("situation", situation), tag).statusCode(200);
                model.put(one, situation);
            }
        }
    }

    /** Every person counted by hand. */
    private static void compare(JsonPath rates, String wave, Map<Holder, @Nullable String> model, String what) {
        int answered = 0;
        int counted = 0;
        int working = 0;
        int onTarget = 0;
        for (String situation : model.values()) {
            if (situation == null) {
                continue;
            }
            answered++;
            if (List.of("TARGET_JOB", "OTHER_JOB", "SEEKING_WORK", "NOT_SEEKING_WORK")
                    .contains(situation)) {
                counted++;
                working += situation.endsWith("_JOB") ? 1 : 0;
                onTarget += situation.equals("TARGET_JOB") ? 1 : 0;
            }
        }
        List<@Nullable Integer> percents = new ArrayList<>();
        List<Integer> numerators = new ArrayList<>();
        if (wave.equals("P6M")) {
            percents.add(percent(working, counted));
            numerators.add(working);
        }
        percents.add(percent(onTarget, counted));
        numerators.add(onTarget);
        assertThat(rates.getList("items.percent", Integer.class)).as(what).isEqualTo(percents);
        assertThat(rates.getList("items.numerator", Integer.class)).as(what).isEqualTo(numerators);
        assertThat(rates.getList("items.denominator", Integer.class)).as(what).containsOnly(counted);
        assertThat(rates.getList("items.cohortSize", Integer.class)).as(what).containsOnly(model.size());
        assertThat(rates.getList("items.respondents", Integer.class)).as(what).containsOnly(answered);
        assertThat(rates.getList("items.responseRate", Integer.class))
                .as(what)
                .containsOnly(percent(answered, model.size()));
    }

    private static @Nullable Integer percent(int part, int whole) {
        return whole == 0 ? null : (200 * part + whole) / (2 * whole);
    }

    @Test
    void onePersonGivesOneAnswerUntilTheRatesAreFinal() {
        String title = newTitle();
        LocalDate day = LocalDate.of(year(), 3, 14);
        Holder holder = award(title, "CONTINUING", day);
        award(title, "EXPERIENCE", day.plusDays(1));
        as("demo-certifier")
                .body(Map.of("certificationNumber", title, "year", year() + 1, "wave", "P6M"))
                .post("/v1/surveys")
                .then()
                .statusCode(422)
                .body("violations.rule", contains("R127"));
        String survey = opened(title, year(), "P6M");
        as("demo-certifier")
                .body(Map.of("certificationNumber", title, "year", year(), "wave", "P6M"))
                .post("/v1/surveys")
                .then()
                .statusCode(409)
                .body("detail", containsString(survey));
        for (String other : List.of("demo-platform", "demo-centre", "demo-juror-1")) {
            as(other).get("/v1/surveys/" + survey).then().statusCode(403);
        }
        as("demo-analyst").get("/v1/surveys/" + survey + "/respondents").then().statusCode(403);
        as("demo-certifier")
                .get("/v1/surveys/" + survey + "/respondents")
                .then()
                .statusCode(200)
                .body(
                        "items.dueOn",
                        contains(
                                day.plusMonths(6).toString(),
                                day.plusDays(1).plusMonths(6).toString()))
                .body("items[0].candidateId", equalTo(holder.candidate().toString()))
                .body("items[0].enteredBySiret", equalTo(ToldSession.PLATFORM))
                .body("items.answered", contains(false, false));
        String id = respondents(survey).get(holder.candidate().toString());

        Map<String, Object> early = Map.of(
                "situation",
                "TARGET_JOB",
                "answeredOn",
                day.plusMonths(6).minusDays(1).toString());
        put(survey, id, early, null).statusCode(422).body("violations.rule", contains("R124"));
        put(
                        survey,
                        id,
                        Map.of(
                                "situation",
                                "TARGET_JOB",
                                "answeredOn",
                                today().plusDays(1).toString()),
                        null)
                .statusCode(422);
        put(survey, id, Map.of("situation", "ASTRONAUT"), null).statusCode(400);
        put(survey, UUID.randomUUID().toString(), Map.of("situation", "TARGET_JOB"), null)
                .statusCode(404);
        put(survey, id, Map.of("situation", "TARGET_JOB"), "\"x\"").statusCode(412);
        String tag = put(
                        survey,
                        id,
                        Map.of(
                                "situation",
                                "SEEKING_WORK",
                                "answeredOn",
                                day.plusMonths(6).toString()),
                        null)
                .statusCode(200)
                .extract()
                .header("ETag");
        put(survey, id, Map.of("situation", "SEEKING_WORK"), null)
                .statusCode(200)
                .header("ETag", equalTo(tag));
        put(survey, id, Map.of("situation", "TARGET_JOB"), null).statusCode(428);
        put(survey, id, Map.of("situation", "TARGET_JOB"), "\"stale\"").statusCode(412);
        put(survey, id, Map.of("situation", "TARGET_JOB"), tag)
                .statusCode(200)
                .body("situation", equalTo("TARGET_JOB"));
        as("demo-certifier")
                .get("/v1/surveys/" + survey)
                .then()
                .body("progress.holders", equalTo(2))
                .body("progress.answered", equalTo(1))
                .body("progress.due", equalTo(1));

        as("demo-analyst").post("/v1/surveys/" + survey + "/freeze").then().statusCode(403);
        as("demo-certifier")
                .post("/v1/surveys/" + survey + "/freeze")
                .then()
                .statusCode(200)
                .body("state", equalTo("FROZEN"))
                .body("items.percent", contains(100, 100))
                .body("items.responseRate", contains(50, 50));
        assertThat(number("select count(*) from survey_respondent where survey_id = '" + survey + "'"))
                .isZero();
        as("demo-certifier")
                .get("/v1/surveys/" + survey + "/respondents")
                .then()
                .statusCode(200)
                .body("items", empty());
        put(survey, id, Map.of("situation", "TARGET_JOB"), null).statusCode(409);
        as("demo-certifier").post("/v1/surveys/" + survey + "/freeze").then().statusCode(409);
        as("demo-certifier")
                .get("/v1/surveys/" + survey)
                .then()
                .body("progress", nullValue())
                .body("state", equalTo("FROZEN"));
        as("demo-authority")
                .queryParam("subjectId", survey)
                .queryParam("action", "surveyFrozen")
                .get("/v1/audit")
                .then()
                .body("items.details.answersErased", contains(1));
        // That somebody answered is noted, what they said is not.
        assertThat(number("select count(*) from audit_entry where subject_id = '" + id
                        + "' and action like 'surveyAnswer%'"))
                .isEqualTo(2);
        assertThat(
                        number(
                                "select count(*) from audit_entry where details like '%SEEKING_WORK%' or details like '%TARGET_JOB%'"))
                .isZero();
    }

    @Test
    void ratesAreFinalOnlyWhenEverybodyHasBeenDue() {
        String title = newTitle();
        int thisYear = today().getYear();
        Holder holder = award(title, "CONTINUING", LocalDate.of(thisYear, 1, 1));
        String survey = opened(title, thisYear, "P24M");
        as("demo-certifier")
                .post("/v1/surveys/" + survey + "/freeze")
                .then()
                .statusCode(409)
                .body("detail", containsString((thisYear + 2) + "-12-31"));
        put(survey, respondents(survey).get(holder.candidate().toString()), Map.of("situation", "TARGET_JOB"), null)
                .statusCode(422);
        as("demo-certifier")
                .get("/v1/surveys/" + survey + "/rates")
                .then()
                .body("items.percent", contains(nullValue()))
                .body("items.responseRate", contains(0));
    }

    @Test
    void aFileGoesInWholeOrNotAtAll() {
        String title = newTitle();
        LocalDate day = LocalDate.of(year(), 5, 2);
        List<Holder> holders = List.of(
                award(title, "CONTINUING", day), award(title, "CONTINUING", day), award(title, "CONTINUING", day));
        String survey = opened(title, year(), "P6M");
        Map<String, String> respondents = respondents(survey);
        List<String> ids = holders.stream()
                .map(h -> respondents.get(h.candidate().toString()))
                .toList();
        String header = "respondentId,situation,answeredOn\n";
        String good = header + ids.get(0) + ",TARGET_JOB,03/12/" + year() + "\n" + ids.get(1) + ",OTHER_JOB,\n";
        String bad = good + ids.get(2) + ",TARGET_JOB," + day + "\n" + ids.get(2) + ",PILOT,31/02/2024\n"
                + UUID.randomUUID() + ",TARGET_JOB,\n\"\",,\nx,SEEKING_WORK,\n";

        file(survey, bad, "")
                .statusCode(422)
                .body("type", containsString("rows-refused"))
                .body("detail", containsString("4 of 6 rows"))
                .body("violations.field", hasItem("line 5"));
        file(survey, bad, "?dryRun=true")
                .statusCode(200)
                .body("recorded", equalTo(false))
                .body("rows.effect", contains("RECORDED", "RECORDED", "REFUSED", "REFUSED", "REFUSED", "REFUSED"))
                .body("rows.line", contains(2, 3, 4, 5, 6, 8))
                .body("rows[2].faults[0]", containsString("R124"))
                .body("rows[3].faults", hasSize(3))
                .body("rows[5].faults[0]", containsString("respondentId"));
        assertThat(number("select count(situation) from survey_respondent where survey_id = '" + survey + "'"))
                .isZero();
        file(survey, bad, "?partial=true").statusCode(200).body("counts.recorded", equalTo(2));
        file(survey, good, "")
                .statusCode(200)
                .body("counts.unchanged", equalTo(2))
                .body("recorded", equalTo(false));
        file(survey, header + ids.get(0) + ",OTHER_JOB,\n", "").statusCode(422);
        file(survey, "who,what\n", "").statusCode(400).body("violations.field", hasItem("respondentId"));
        file(survey, "", "").statusCode(400);
        as("demo-analyst")
                .contentType("text/csv")
                .body(good)
                .post("/v1/surveys/" + survey + "/answers/import")
                .then()
                .statusCode(403);
    }

    @Test
    void remindersAreDueAfterTheirDelayAndCountOnce() {
        assertThat(remindersDue(5)).isZero();
        String survey = surveyDueFor(20);
        String id = respondents(survey).values().iterator().next();
        assertThat(reminded(survey, id)).isZero();
        // The second one has its own day.
        assertThat(reminded(survey, id)).isZero();
        as("demo-certifier")
                .queryParam("reminderDue", true)
                .get("/v1/surveys/" + survey + "/respondents")
                .then()
                .body("items", empty());
        as("demo-certifier")
                .get("/v1/surveys/" + survey + "/respondents")
                .then()
                .body("items.reminders", contains(1));

        String late = surveyDueFor(45);
        String lateId = respondents(late).values().iterator().next();
        as("demo-certifier")
                .queryParam("reminderDue", true)
                .queryParam("dueBy", today().toString())
                .queryParam("answered", false)
                .queryParam("enteredBySiret", ToldSession.PLATFORM)
                .get("/v1/surveys/" + late + "/respondents")
                .then()
                .body("items.respondentId", contains(lateId));
        // Long after its day too, the second one waits as long after the first as it was to.
        assertThat(reminded(late, lateId)).isZero();
        assertThat(reminded(late, lateId)).isZero();
        as("demo-certifier").get("/v1/surveys/" + late + "/respondents").then().body("items.reminders", contains(1));
        assertThat(remindersDueAfter(late, 14)).isZero();
        assertThat(remindersDueAfter(late, 1)).isOne();
        assertThat(reminded(late, lateId)).isZero();
        as("demo-certifier").get("/v1/surveys/" + late + "/respondents").then().body("items.reminders", contains(2));
        assertThat(remindersDueAfter(late, 60)).isZero();
        String answered = surveyDueFor(45);
        put(answered, respondents(answered).values().iterator().next(), Map.of("situation", "OTHER_JOB"), null)
                .statusCode(200);
        as("demo-certifier").get("/v1/surveys/" + answered).then().body("progress.remindersDue", equalTo(0));
    }

    private int remindersDue(int days) {
        return remindersDueIn(surveyDueFor(days));
    }

    /** As if the last reminder had gone out so many days earlier still. */
    private int remindersDueAfter(String survey, int days) {
        update("update survey_respondent set reminded_on = reminded_on - " + days + " where survey_id = '" + survey
                + "'");
        return remindersDueIn(survey);
    }

    private static int remindersDueIn(String survey) {
        return as("demo-certifier")
                .get("/v1/surveys/" + survey)
                .then()
                .extract()
                .path("progress.remindersDue");
    }

    /** A survey of one holder who was due some days ago. */
    private String surveyDueFor(int days) {
        LocalDate day = today().minusDays(days).minusMonths(6);
        String title = newTitle();
        award(title, "CONTINUING", day);
        return opened(title, day.getYear(), "P6M");
    }

    /** Records a reminder; returns how many are still due. */
    private static int reminded(String survey, String id) {
        return as("demo-certifier")
                .body(Map.of("respondentIds", List.of(id)))
                .post("/v1/surveys/" + survey + "/reminders")
                .then()
                .statusCode(200)
                .extract()
                .path("progress.remindersDue");
    }

    private static String opened(String title, int year, String wave) {
        return as("demo-certifier")
                .body(Map.of("certificationNumber", title, "year", year, "wave", wave))
                .post("/v1/surveys")
                .then()
                .statusCode(201)
                .body("state", equalTo("RUNNING"))
                .extract()
                .path("id");
    }

    /** By candidate, page after page. */
    private static Map<String, String> respondents(String survey) {
        Map<String, String> respondents = new HashMap<>();
        @Nullable String cursor = null;
        do {
            var request = as("demo-certifier").queryParam("limit", 4);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            JsonPath page = request.get("/v1/surveys/" + survey + "/respondents")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            List<Map<String, Object>> items = page.getList("items");
            items.forEach(i -> assertThat(respondents.put(
                            String.valueOf(i.get("candidateId")), String.valueOf(i.get("respondentId"))))
                    .isNull());
            cursor = page.getString("next");
        } while (cursor != null);
        return respondents;
    }

    private static ValidatableResponse put(
            String survey, @Nullable String id, Map<String, Object> body, @Nullable String tag) {
        var request = as("demo-certifier").body(body);
        if (tag != null) {
            request.header("If-Match", tag);
        }
        return request.put("/v1/surveys/" + survey + "/answers/" + id).then();
    }

    private static ValidatableResponse file(String survey, String csv, String query) {
        return as("demo-certifier")
                .contentType("text/csv;charset=UTF-8")
                .body(csv)
                .post("/v1/surveys/" + survey + "/answers/import" + query)
                .then();
    }

    private static JsonPath rates(String survey) {
        return as("demo-certifier")
                .get("/v1/surveys/" + survey + "/rates")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
