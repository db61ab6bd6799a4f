package fr.parchemin.session;

import static fr.parchemin.session.World.CENTRE;
import static fr.parchemin.session.World.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.kit.test.ParcheminTestResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.persistence.EntityManager;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Schedules over HTTP: solved, read by each, moved by hand, told when they are out of date or impossible. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class ScheduleTest {

    /** A Monday more than three months ahead: nothing has begun. */
    private static final LocalDate DAY = LocalDate.of(2027, 3, 8);

    /** Sessions are held by the same jurors: each has a day of its own. */
    private static final AtomicInteger DAYS = new AtomicInteger();

    private final MovableClock clock;
    private final EntityManager entities;

    ScheduleTest(MovableClock clock, EntityManager entities) {
        this.clock = clock;
        this.entities = entities;
    }

    @BeforeEach
    void prepare() {
        clock.set(MovableClock.MONDAY);
        World.prepare();
        room("Salle A");
        room("Salle B");
    }

    @Test
    void aSessionIsPlanned() {
        String session = World.declared("TITLE", null, freshDay());
        String path = "/v1/sessions/" + session;
        List<String> enrolments = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            enrolments.add(World.enrol(session, World.candidate(CENTRE)));
        }
        World.put(CENTRE, path + "/jury", World.jury(World.juror(1), World.juror(2)));
        World.body(World.as(CENTRE).get(path + "/schedule"), 404);
        JsonNode accepted = solve(session, json());
        assertThat(accepted.path("state").asText()).isEqualTo("SOLVING");
        JsonNode plan = solved(session);
        assertThat(plan.path("state").asText()).isEqualTo("SOLVED");
        assertThat(plan.path("upToDate").asBoolean()).isTrue();
        assertThat(plan.path("passages")).hasSize(12);
        assertThat(plan.path("causes")).isEmpty();
        assertThat(plan.path("problems")).isEmpty();
        for (JsonNode p : plan.path("passages")) {
            assertThat(p.path("startsAt").isNull()).isFalse();
            assertThat(p.path("jurors")).hasSize(2);
            assertThat(enrolments).contains(p.path("enrolmentId").asText());
        }
    }

    @Test
    void rooms() {
        String path = "/v1/centres/" + World.centre() + "/sites/" + World.site() + "/rooms";
        String id = room("Salle C");
        World.body(World.tryPost(CENTRE, path, json("name", "Salle C")), 409);
        World.body(World.tryPost(CENTRE, path, json("name", "x", "eventCodes", List.of("not a code"))), 400);
        World.body(World.tryPost(CENTRE, path, json("name", "x", "eventCodes", World.read("[null]"))), 400);
        JsonNode changed = World.replace(
                CENTRE, path + "/" + id, json("name", "Salle C", "eventCodes", List.of("QP"), "inUse", false));
        assertThat(changed.path("inUse").asBoolean()).isFalse();
        assertThat(World.get(World.AUTHORITY, path + "/" + id)
                        .path("eventCodes")
                        .get(0)
                        .asText())
                .isEqualTo("QP");
        World.body(
                World.as(CENTRE)
                        .header("If-Match", "\"old\"")
                        .body(World.text(json("name", "D")))
                        .put(path + "/" + id),
                412);
        World.body(World.as(CENTRE).body(World.text(json("name", "D"))).put(path + "/" + id), 428);
        World.body(World.as(World.OTHER_CENTRE).get(path), 404);
        World.body(World.tryPost(World.OTHER_CENTRE, path, json("name", "E")), 404);
    }

    @Test
    void everyObviousCauseIsToldBeforeTheSearch() {
        String session = World.declared("TITLE", null, DAY);
        String path = "/v1/sessions/" + session;
        World.enrol(session, World.candidate(CENTRE));
        assertThat(messages(World.tryPost(CENTRE, path + "/schedule", json())))
                .containsExactly("The jury has 0 member(s); 2 are needed: appoint the jury first.");
        World.put(CENTRE, path + "/jury", World.jury(World.juror(1), World.juror(2)));
        Map<String, Object> adapted = World.training(World.candidate(CENTRE));
        adapted.put("extraTimePercent", 50);
        World.post(CENTRE, path + "/enrolments", adapted);
        Response refused = World.tryPost(
                CENTRE,
                path + "/schedule",
                json("opensAt", "09:00", "closesAt", "10:30", "breaks", List.of(), "actors", 1));
        assertThat(World.body(refused, 422).path("type").asText()).endsWith("plan-impossible");
        assertThat(messages(refused))
                .hasSize(5)
                .anyMatch(m -> m.startsWith("A simulation takes 2 actors; 1 are there."))
                .anyMatch(
                        m -> m.contains("the events take 165 min with the extra time, and the site is open for 90 min"))
                .anyMatch(m ->
                        m.contains("judging takes 275 min, and 2 jurors who sit by 2 have 90 min. 185 min are missing"))
                .anyMatch(m -> m.contains("the passages take 275 min"));
        World.body(World.as(CENTRE).get(path + "/schedule"), 404);
        World.body(World.tryPost(CENTRE, path + "/schedule", json("days", List.of("2027-03-09"))), 400);
        World.body(World.tryPost(CENTRE, path + "/schedule", json("opensAt", "10:00", "closesAt", "09:00")), 400);
        World.body(
                World.tryPost(
                        CENTRE,
                        path + "/schedule",
                        json(
                                "breaks",
                                List.of(json("from", "12:00", "to", "13:00"), json("from", "12:30", "to", "14:00")))),
                400);
        assertThat(messages(World.tryPost(
                        CENTRE,
                        "/v1/sessions/" + World.declared("TITLE", null, DAY.plusDays(5)) + "/schedule",
                        json())))
                .anyMatch(m -> m.startsWith("No day of the session is open"));
    }

    @Test
    void movesByHandAreKept() {
        String session = planned(3);
        String path = "/v1/sessions/" + session + "/schedule";
        JsonNode before = World.get(CENTRE, path);
        JsonNode first = before.path("passages").get(0);
        String passage = path + "/passages/" + first.path("id").asText();
        List<String> jurors = List.of(World.juror(1), World.juror(2));
        String other = before.path("passages").get(11).path("startsAt").asText();
        // Onto another passage, at noon, before one juror, in a room of nowhere: each is told.
        Response refused = World.as(CENTRE)
                .header("If-Match", World.as(CENTRE).get(passage).header("ETag"))
                .body(World.text(json(
                        "startsAt",
                        at(session, "12:45"),
                        "roomId",
                        "019ac0de-0000-7000-8000-000000000099",
                        "jurorIds",
                        List.of(World.juror(1)))))
                .put(passage);
        assertThat(messages(refused))
                .anyMatch(m -> m.contains("is not within the opening hours"))
                .anyMatch(m -> m.contains("the room is not one that this session uses"))
                .anyMatch(m -> m.contains("1 juror(s); 2 are needed"));
        assertThat(messages(World.as(CENTRE)
                        .header("If-Match", World.as(CENTRE).get(passage).header("ETag"))
                        .body(World.text(json("startsAt", other, "roomId", room("Salle A"), "jurorIds", jurors)))
                        .put(passage)))
                .anyMatch(m -> m.contains("at the same time"));
        World.body(
                World.as(CENTRE)
                        .body(World.text(json("startsAt", other, "roomId", room("Salle A"), "jurorIds", jurors)))
                        .put(passage),
                428);
        Map<String, Object> afternoon =
                json("startsAt", at(session, "15:55"), "roomId", room("Salle B"), "jurorIds", jurors);
        String last =
                path + "/passages/" + before.path("passages").get(11).path("id").asText();
        String event = before.path("passages").get(11).path("eventCode").asText();
        assertThat(event).isEqualTo("EF");
        JsonNode moved = World.replace(CENTRE, last, afternoon);
        assertThat(moved.path("pinned").asBoolean()).isTrue();
        assertThat(moved.path("endsAt").asText()).isEqualTo(at(session, "16:15"));
        World.body(
                World.as(CENTRE)
                        .header("If-Match", "\"stale\"")
                        .body(World.text(afternoon))
                        .put(last),
                412);
        solve(session, json());
        JsonNode after = solved(session);
        assertThat(after.path("state").asText()).isEqualTo("SOLVED");
        assertThat(World.get(CENTRE, last)).isEqualTo(moved);
        World.replace(
                CENTRE,
                last,
                json("startsAt", at(session, "15:55"), "roomId", room("Salle B"), "jurorIds", jurors, "pinned", false));
        solve(session, json());
        assertThat(solved(session).path("waiting").path("mostMinutes").asInt()).isLessThan(120);
        assertThat(World.get(CENTRE, last).path("pinned").asBoolean()).isFalse();
    }

    @Test
    void whatChangesAfterwardsIsTold() {
        String session = planned(2);
        String path = "/v1/sessions/" + session;
        assertThat(World.get(CENTRE, path + "/schedule").path("upToDate").asBoolean())
                .isTrue();
        String late = World.enrol(session, World.candidate(CENTRE));
        assertThat(problems(session))
                .singleElement()
                .asString()
                .contains("enrolled since, MSP, ET, QP, EF not planned");
        solve(session, json("keepPassages", true));
        JsonNode kept = solved(session);
        assertThat(kept.path("passages")).hasSize(12);
        assertThat(kept.path("upToDate").asBoolean()).isTrue();
        World.body(World.as(CENTRE).post(path + "/enrolments/" + late + "/withdrawal"), 200);
        assertThat(problems(session)).hasSize(4).allMatch(m -> m.contains("is not expected any more"));
        solve(session, json());
        assertThat(solved(session).path("passages")).hasSize(8);
        World.replace(CENTRE, path + "/jury", World.jury(World.juror(1), World.juror(3)));
        assertThat(problems(session)).hasSize(8).allMatch(m -> m.contains("is not on the jury"));
        solve(session, json());
        assertThat(solved(session).path("upToDate").asBoolean()).isTrue();
        World.replace(CENTRE, path + "/jury", World.jury(World.juror(1), World.juror(3), World.juror(2)));
        JsonNode more = World.get(CENTRE, path + "/schedule");
        assertThat(more.path("problems")).isEmpty();
        assertThat(more.path("upToDate").asBoolean()).isFalse();
        String enrolment = more.path("passages").get(0).path("enrolmentId").asText();
        World.post(
                CENTRE,
                path + "/recusals",
                json("jurorId", World.juror(3), "enrolmentId", enrolment, "ground", "PERSONAL", "declaredBy", "JUROR"));
        assertThat(problems(session)).hasSize(4).allMatch(m -> m.contains("is recused for this candidate"));
        solve(session, json());
        JsonNode solved = solved(session);
        assertThat(solved.path("state").asText()).isEqualTo("SOLVED");
        for (JsonNode p : solved.path("passages")) {
            if (p.path("enrolmentId").asText().equals(enrolment)) {
                p.path("jurors").forEach(j -> assertThat(j.path("id").asText()).isNotEqualTo(World.juror(3)));
            }
        }
    }

    @Test
    void roomsAndJurorsOfAnotherSessionAreTaken() {
        String one = planned(2);
        String two = World.declared(
                "TITLE",
                null,
                LocalDate.parse(World.get(CENTRE, "/v1/sessions/" + one)
                        .path("startsOn")
                        .asText()));
        String path = "/v1/sessions/" + two;
        World.enrol(two, World.candidate(CENTRE));
        World.put(CENTRE, path + "/jury", World.jury(World.juror(1), World.juror(2)));
        solve(two, json());
        JsonNode plan = solved(two);
        assertThat(plan.path("state").asText()).isEqualTo("SOLVED");
        List<JsonNode> all = new ArrayList<>();
        World.get(CENTRE, "/v1/sessions/" + one + "/schedule").path("passages").forEach(all::add);
        for (JsonNode p : plan.path("passages")) {
            for (JsonNode q : all) {
                boolean apart =
                        p.path("endsAt").asText().compareTo(q.path("startsAt").asText()) <= 0
                                || q.path("endsAt")
                                                .asText()
                                                .compareTo(p.path("startsAt").asText())
                                        <= 0;
                assertThat(apart).as("%s and %s share their jurors", p, q).isTrue();
            }
        }
        World.move(CENTRE, "/v1/sessions/" + one + "/cancellation", json("reason", "Fictive"));
        JsonNode first = plan.path("passages").get(0);
        World.move(CENTRE, path + "/cancellation", json("reason", "Fictive"));
        assertThat(first.path("jurors")).hasSize(2);
    }

    @Test
    void whoSeesWhat() {
        String session = planned(2);
        String path = "/v1/sessions/" + session + "/schedule";
        for (String sub : List.of(
                "",
                "/events",
                "/passages/"
                        + World.get(CENTRE, path)
                                .path("passages")
                                .get(0)
                                .path("id")
                                .asText())) {
            World.body(World.as(World.OTHER_CENTRE).accept("*/*").get(path + sub), 404);
        }
        World.body(World.tryPost(World.OTHER_CENTRE, path, json()), 404);
        World.body(World.as(World.OTHER_CENTRE).post(path + "/stop"), 404);
        World.body(World.tryPost("demo-juror-1", path, json()), 403);
        World.body(World.as("demo-juror-1").get(path), 200);
        World.body(World.as("demo-juror-3").get(path), 404);
        World.body(World.as(World.AUTHORITY).get(path), 200);
        World.body(World.as(CENTRE).post(path + "/stop"), 409);
        String tag = World.as(CENTRE).get(path).header("ETag");
        assertThat(World.as(CENTRE).header("If-None-Match", tag).get(path).statusCode())
                .isEqualTo(304);
        String candidate = World.candidate(World.PLATFORM);
        String other = World.declared("TITLE", null, DAY);
        World.body(World.as(World.PLATFORM).get("/v1/sessions/" + other + "/schedule"), 404);
        assertThat(candidate).isNotEmpty();
    }

    @Test
    void aJurorDoesNotSeeThePassagesOfWhomTheyAreRecusedFor() {
        String session = World.declared("TITLE", null, freshDay());
        String path = "/v1/sessions/" + session;
        String known = World.enrol(session, World.candidate(CENTRE));
        String other = World.enrol(session, World.candidate(CENTRE));
        World.put(CENTRE, path + "/jury", World.jury(World.juror(1), World.juror(2), World.juror(3)));
        World.post(
                CENTRE,
                path + "/recusals",
                json("jurorId", World.juror(1), "enrolmentId", known, "ground", "TRAINER", "declaredBy", "JUROR"));
        solve(session, json());
        assertThat(solved(session).path("state").asText()).isEqualTo("SOLVED");
        JsonNode plan = World.get("demo-juror-2", path + "/schedule");
        assertThat(plan.path("passages").findValuesAsText("enrolmentId")).contains(known, other);
        assertThat(World.get("demo-juror-1", path + "/schedule")
                        .path("passages")
                        .findValuesAsText("enrolmentId"))
                .containsOnly(other);
        String hidden = plan.path("passages")
                .valueStream()
                .filter(p -> p.path("enrolmentId").asText().equals(known))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        World.body(World.as("demo-juror-1").get(path + "/schedule/passages/" + hidden), 404);
        assertThat(World.as("demo-juror-1")
                        .accept("text/calendar")
                        .get(path + "/schedule")
                        .asString())
                .contains("BEGIN:VEVENT")
                .doesNotContain(hidden);
    }

    @Test
    void calendarsForEverybody() throws Exception {
        String session = World.declared("TITLE", null, freshDay());
        String path = "/v1/sessions/" + session;
        Map<String, Object> adapted = World.training(World.candidate(CENTRE));
        adapted.put("extraTime", true);
        String enrolment =
                World.post(CENTRE, path + "/enrolments", adapted).path("id").asText();
        World.enrol(session, World.candidate(CENTRE));
        World.put(CENTRE, path + "/jury", World.jury(World.juror(1), World.juror(2)));
        solve(session, json());
        JsonNode plan = solved(session);
        Response answer = World.as(CENTRE).accept("text/calendar").get(path + "/schedule");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("text/calendar; charset=utf-8");
        Calendar all = calendar(answer);
        assertThat(all.getComponents("VEVENT")).hasSize(8);
        Calendar juror = calendar(
                World.as("demo-juror-1").accept("text/calendar").get(path + "/schedule?jurorId=" + World.juror(1)));
        assertThat(juror.getComponents("VEVENT")).hasSize(8);
        Calendar own =
                calendar(World.as(CENTRE).accept("text/calendar").get(path + "/schedule?enrolmentId=" + enrolment));
        assertThat(own.getComponents("VEVENT")).hasSize(4);
        for (CalendarComponent c : own.getComponents()) {
            VEvent event = (VEvent) c;
            JsonNode passage = passage(plan, event.getUid().orElseThrow().getValue());
            assertThat(event.getSummary().getValue())
                    .isEqualTo(passage.path("eventLabel").asText())
                    .doesNotContain("FICTIF");
            assertThat(event.getLocation().getValue()).contains("Salle ", "1 rue Fictive, 35000 Rennes");
            assertThat(event.getDescription().getValue())
                    .contains("(temps majoré)", "Jury : FICTIF Juré")
                    .doesNotContain("handicap");
            assertThat(Instant.from(event.getDateTimeStart().getDate()))
                    .isEqualTo(Instant.parse(passage.path("startsAt").asText()));
            assertThat(Instant.from(event.getDateTimeEnd().getDate()))
                    .isEqualTo(Instant.parse(passage.path("endsAt").asText()));
        }
        assertThat(answer.asString().split("\r\n")).allMatch(l -> l.getBytes(StandardCharsets.UTF_8).length <= 75);
        World.body(World.as(CENTRE).accept("text/html").get(path + "/schedule"), 406);
    }

    @Test
    void theSearchIsFollowedAndStopped() {
        String session = World.declared("TITLE", null, freshDay());
        String path = "/v1/sessions/" + session;
        for (int i = 0; i < 4; i++) {
            World.enrol(session, World.candidate(CENTRE));
        }
        World.put(CENTRE, path + "/jury", World.jury(World.juror(1), World.juror(2)));
        solve(session, json("seconds", 120));
        World.body(World.tryPost(CENTRE, path + "/schedule", json()), 409);
        World.body(World.as(CENTRE).post(path + "/schedule/stop"), 202);
        Response events = World.as(CENTRE).accept("text/event-stream").get(path + "/schedule/events");
        assertThat(events.statusCode()).isEqualTo(200);
        assertThat(events.asString()).contains("data:", "\"passages\":16", "SOLVED");
        JsonNode plan = solved(session);
        assertThat(plan.path("state").asText()).isEqualTo("SOLVED");
        assertThat(plan.path("progress").path("elapsedMillis").asInt()).isLessThan(60_000);
        assertThat(plan.path("progress").path("completeMillis").isNull()).isFalse();
    }

    @Test
    void aSearchThatWasKilledIsToldAsInterrupted() {
        String session = planned(2);
        String path = "/v1/sessions/" + session + "/schedule";
        JsonNode before = World.get(CENTRE, path);
        // As a process leaves it that is killed: the search open, nobody alive.
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(
                        "update schedule set state = 'SOLVING', ended_at = null, node = 'killed' where session_id = :id")
                .setParameter("id", UUID.fromString(session))
                .executeUpdate());
        assertThat(World.get(CENTRE, path).path("state").asText()).isEqualTo("SOLVING");
        clock.set(MovableClock.MONDAY.plusSeconds(16));
        assertThat(World.get(CENTRE, path).path("state").asText()).isEqualTo("INTERRUPTED");
        JsonNode after = World.get(CENTRE, path);
        assertThat(after.path("passages")).isEqualTo(before.path("passages"));
        solve(session, json());
        assertThat(solved(session).path("state").asText()).isEqualTo("SOLVED");
    }

    @Test
    void theSummonsWaitsForTheSearch() {
        String session = toSummon();
        String path = "/v1/sessions/" + session;
        solve(session, json("seconds", 120));
        JsonNode problem = World.body(World.tryPost(CENTRE, path + "/summons", json()), 409);
        assertThat(problem.path("type").asText()).endsWith("/being-solved");
        World.body(World.as(CENTRE).post(path + "/schedule/stop"), 202);
        solved(session);
        World.move(CENTRE, path + "/summons", json());
    }

    @Test
    void aSearchThatOutlivesTheSummonsChangesNoTime() {
        String session = toSummon();
        String path = "/v1/sessions/" + session;
        solve(session, json("seconds", 120));
        // Silent for long, so that others take it for dead, until it is heard again a moment later.
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(
                            "update schedule set alive_at = alive_at - interval '1 minute' where session_id = :id")
                    .setParameter("id", UUID.fromString(session))
                    .executeUpdate());
            return World.tryPost(CENTRE, path + "/summons", json()).statusCode() == 200;
        });
        JsonNode before = World.get(CENTRE, path + "/schedule").path("passages");
        JsonNode after = await().atMost(Duration.ofSeconds(60))
                .until(() -> World.get(CENTRE, path + "/schedule"), v -> !v.path("endedAt")
                        .isNull());
        assertThat(after.path("state").asText()).isEqualTo("INTERRUPTED");
        assertThat(after.path("causes").toString()).contains("R67");
        assertThat(after.path("passages")).isEqualTo(before);
    }

    @Test
    void onceSummonedAChangeHasAReason() {
        String session = planned(2);
        String path = "/v1/sessions/" + session;
        World.put(CENTRE, path + "/situations", World.situations());
        World.move(CENTRE, path + "/assessment-kit", World.kit());
        World.move(CENTRE, path + "/summons", json());
        for (Map<String, Object> unreasoned : List.of(json(), json("reason", "  "))) {
            assertThat(World.rules(World.tryPost(CENTRE, path + "/schedule", unreasoned)))
                    .containsExactly("R67");
        }
        JsonNode before = solved(session);
        solve(session, json("keepPassages", true, "reason", "Juré malade, fictif"));
        assertThat(solved(session).path("passages")).isEqualTo(before.path("passages"));
        assertThat(World.get(CENTRE, path + "/timeline").path("items").toString())
                .contains("PLAN", "Juré malade, fictif");
    }

    @Test
    void documentsAndTheDayTellTheTimes() throws Exception {
        String session = planned(2);
        String path = "/v1/sessions/" + session;
        JsonNode plan = World.get(CENTRE, path + "/schedule");
        JsonNode first = plan.path("passages").get(0);
        String enrolment = first.path("enrolmentId").asText();
        String letter = printed(path + "/documents/summons?enrolmentId=" + enrolment);
        assertThat(letter)
                .contains(
                        " à " + hour(first.path("startsAt")),
                        first.path("roomName").asText());
        assertThat(printed(path + "/documents/summons?time=07:45&enrolmentId=" + enrolment))
                .contains(" à 7 h 45");
        String schedule = printed(path + "/documents/schedule");
        String sheets = printed(path + "/documents/attendance-sheet?eventCode=MSP");
        for (JsonNode p : plan.path("passages")) {
            assertThat(schedule)
                    // The room may stand on the next line, which a reader by position mixes with the cell beside it.
                    .contains(hour(p.path("startsAt")) + " – " + hour(p.path("endsAt")) + ",");
            if (p.path("eventCode").asText().equals("MSP")) {
                assertThat(sheets).contains(hour(p.path("startsAt")));
            }
        }
        assertThat(schedule).contains("Jury : FICTIF Juré");
        JsonNode day = World.get(CENTRE, path + "/day");
        for (JsonNode candidate : day.path("candidates")) {
            assertThat(candidate.path("passages")).hasSize(4);
            assertThat(candidate.path("passages").get(0).path("room").asText()).startsWith("Salle ");
        }
        String late = World.enrol(session, World.candidate(CENTRE));
        assertThat(World.rules(World.as(CENTRE).get(path + "/documents/summons")))
                .containsExactly("R66");
        World.body(World.as(CENTRE).get(path + "/documents/summons?enrolmentId=" + late), 422);
        String later = LocalDate.parse(at(session, "12:00").substring(0, 10))
                .plusDays(1)
                .toString();
        World.move(CENTRE, path + "/postponement", json("startsOn", later, "endsOn", later, "reason", "Fictive"));
        World.move(CENTRE, path + "/declaration", json());
        assertThat(World.rules(World.as(CENTRE).get(path + "/documents/summons")))
                .containsExactly("R66");
        assertThat(problems(session)).anyMatch(m -> m.contains("That day is not open"));
    }

    private static String printed(String path) throws Exception {
        Response answer = World.as(CENTRE).get(path);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        try (PDDocument document = Loader.loadPDF(answer.asByteArray())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replace('\u00a0', ' ').replaceAll("\\s+", " ");
        }
    }

    /** As letters write it: 9 h, 9 h 30. */
    private static String hour(JsonNode instant) {
        LocalTime time = LocalTime.ofInstant(Instant.parse(instant.asText()), ZoneId.of("Europe/Paris"));
        return time.getMinute() == 0 ? time.getHour() + " h" : "%d h %02d".formatted(time.getHour(), time.getMinute());
    }

    // --- helping ---

    static String room(String name) {
        String path = "/v1/centres/" + World.centre() + "/sites/" + World.site() + "/rooms";
        for (JsonNode r : World.get(CENTRE, path).path("items")) {
            if (r.path("name").asText().equals(name)) {
                return r.path("id").asText();
            }
        }
        return World.post(CENTRE, path, json("name", name)).path("id").asText();
    }

    /** A declared session of some candidates that is planned. */
    private String planned(int candidates) {
        String session = World.declared("TITLE", null, freshDay());
        for (int i = 0; i < candidates; i++) {
            World.enrol(session, World.candidate(CENTRE));
        }
        World.put(CENTRE, "/v1/sessions/" + session + "/jury", World.jury(World.juror(1), World.juror(2)));
        solve(session, json());
        assertThat(solved(session).path("state").asText()).isEqualTo("SOLVED");
        return session;
    }

    /** A session of four candidates that only its summons is missing. */
    private static String toSummon() {
        String session = World.declared("TITLE", null, freshDay());
        String path = "/v1/sessions/" + session;
        for (int i = 0; i < 4; i++) {
            World.enrol(session, World.candidate(CENTRE));
        }
        World.put(CENTRE, path + "/jury", World.jury(World.juror(1), World.juror(2)));
        World.put(CENTRE, path + "/situations", World.situations());
        World.move(CENTRE, path + "/assessment-kit", World.kit());
        return session;
    }

    private static LocalDate freshDay() {
        return DAY.plusWeeks(DAYS.incrementAndGet());
    }

    /** A time on the day of the session, at the site. */
    private static String at(String session, String time) {
        return LocalDate.parse(World.get(CENTRE, "/v1/sessions/" + session)
                        .path("startsOn")
                        .asText())
                .atTime(LocalTime.parse(time))
                .atZone(ZoneId.of("Europe/Paris"))
                .toInstant()
                .toString();
    }

    private static List<String> problems(String session) {
        List<String> messages = new ArrayList<>();
        JsonNode view = World.get(CENTRE, "/v1/sessions/" + session + "/schedule");
        assertThat(view.path("upToDate").asBoolean()).isFalse();
        view.path("problems").forEach(p -> messages.add(p.path("message").asText()));
        return messages;
    }

    private static Calendar calendar(Response answer) throws Exception {
        return new CalendarBuilder().build(new StringReader(answer.asString()));
    }

    private static JsonNode passage(JsonNode plan, String uid) {
        for (JsonNode p : plan.path("passages")) {
            if (uid.equals(p.path("id").asText() + "@parchemin.fr")) {
                return p;
            }
        }
        throw new AssertionError("no passage " + uid);
    }

    static JsonNode solve(String session, Map<String, Object> request) {
        Map<String, Object> body = json("seconds", 2);
        body.putAll(request);
        return World.body(World.tryPost(CENTRE, "/v1/sessions/" + session + "/schedule", body), 202);
    }

    static JsonNode solved(String session) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> World.get(CENTRE, "/v1/sessions/" + session + "/schedule"),
                        v -> !v.path("state").asText().equals("SOLVING"));
    }

    static List<String> messages(Response response) {
        List<String> messages = new ArrayList<>();
        World.body(response, 422)
                .path("violations")
                .forEach(v -> messages.add(
                        Objects.requireNonNullElse(v.path("message").asText(), "")));
        return messages;
    }
}
