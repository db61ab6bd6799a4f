package fr.parchemin.session;

import static fr.parchemin.session.World.AUTHORITY;
import static fr.parchemin.session.World.CENTRE;
import static fr.parchemin.session.World.CERTIFICATION;
import static fr.parchemin.session.World.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.kit.test.EventContract;
import fr.parchemin.kit.test.KafkaProbe;
import fr.parchemin.kit.test.ParcheminTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Approvals and accreditations that end, and the sessions that this touches. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class ApprovalEndTest {

    private final MovableClock clock;

    ApprovalEndTest(MovableClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void prepare() {
        clock.set(MovableClock.MONDAY);
        World.prepare();
    }

    @Test
    void whatAnEarlierEndTouchesIsListedAndGoesNoFurther() {
        String site = World.site(World.centre(), "Site " + UUID.randomUUID());
        World.approve(World.centre(), site, CERTIFICATION);
        String approvals = "/v1/centres/" + World.centre() + "/approvals";
        JsonNode approval = approvalOn(site);
        String session = World.post(
                        CENTRE,
                        "/v1/sessions",
                        World.draft("TITLE", null, World.centre(), site, World.TODAY.plusMonths(4), CERTIFICATION))
                .path("id")
                .asText();
        World.move(CENTRE, "/v1/sessions/" + session + "/declaration", json());
        World.enrol(session, World.candidate(CENTRE));
        String ending = approvals + "/" + approval.path("id").asText() + "/ending";
        var decision = json("lastDay", "2026-12-31", "decision", "DREETS-FICTIF-2", "reason", "Plateau non conforme");

        World.body(World.tryPost(CENTRE, ending, decision), 403);
        assertThat(World.body(
                                World.tryPost(
                                        AUTHORITY,
                                        ending,
                                        json("lastDay", "2028-07-02", "decision", "D", "reason", "Fictif")),
                                409)
                        .at("/violations/0/message")
                        .asText())
                .startsWith("The approval holds from 2025-01-01 to 2028-07-02");
        JsonNode ended = World.move(AUTHORITY, ending, decision);

        assertThat(ended.at("/approval/validTo").asText()).isEqualTo("2026-12-31");
        assertThat(ended.at("/approval/grantedTo").asText()).isEqualTo("2028-07-02");
        assertThat(ended.path("sessions").findValuesAsText("id")).containsExactly(session);
        KafkaProbe.Event told = KafkaProbe.await(
                        "parchemin.sessions",
                        1,
                        e -> e.name().equals("ApprovalEnded")
                                && e.data().path("siteId").asText().equals(site))
                .getFirst();
        EventContract.requireValid(told);
        assertThat(told.data().path("sessions").get(0).asText()).isEqualTo(session);

        String other = World.candidate(CENTRE);
        assertThat(World.rules(World.tryPost(CENTRE, "/v1/sessions/" + session + "/enrolments", World.training(other))))
                .containsExactly("R32");
        assertThat(World.get(
                                CENTRE,
                                "/v1/sessions/" + session + "/eligibility?candidateId=" + other
                                        + "&route=CONTINUING&trainingProviderSiret=" + World.CENTRE_SIRET
                                        + "&trainingStartedOn=2026-03-01&trainingEndedOn=2026-11-01")
                        .path("violations")
                        .findValuesAsText("rule"))
                .containsExactly("R32");
        World.put(CENTRE, "/v1/sessions/" + session + "/jury", World.jury(World.juror(1), World.juror(2)));
        World.move(CENTRE, "/v1/sessions/" + session + "/assessment-kit", World.kit());
        assertThat(World.rules(World.tryPost(CENTRE, "/v1/sessions/" + session + "/summons", json())))
                .containsExactly("R32");

        // Another decision makes it good again.
        World.post(
                AUTHORITY,
                approvals,
                json(
                        "certificationNumber",
                        CERTIFICATION,
                        "siteId",
                        site,
                        "validFrom",
                        "2027-01-01",
                        "validTo",
                        "2028-07-02",
                        "decision",
                        "Décision fictive 3"));
        World.enrol(session, other);
        World.move(CENTRE, "/v1/sessions/" + session + "/summons", json());
    }

    @Test
    void anApprovalThatEndsEarlyCoversNoSessionOfTheGraceYear() {
        String site = World.site(World.centre(), "Site " + UUID.randomUUID());
        World.approve(World.centre(), site, CERTIFICATION);
        String session = World.post(
                        CENTRE,
                        "/v1/sessions",
                        World.draft("TITLE", null, World.centre(), site, LocalDate.of(2028, 9, 4), CERTIFICATION))
                .path("id")
                .asText();
        World.move(CENTRE, "/v1/sessions/" + session + "/declaration", json());
        JsonNode ended = World.move(
                AUTHORITY,
                "/v1/centres/" + World.centre() + "/approvals/"
                        + approvalOn(site).path("id").asText() + "/ending",
                json("lastDay", "2028-06-30", "decision", "DREETS-FICTIF-3", "reason", "Fictif"));
        assertThat(ended.path("sessions").findValuesAsText("id")).containsExactly(session);
    }

    @Test
    void whatIsAboutToEndIsListedAcrossCentres() {
        String site = World.site(World.centre(), "Site " + UUID.randomUUID());
        World.approve(World.centre(), site, CERTIFICATION);
        String id = approvalOn(site).path("id").asText();
        String juror = World.newJuror("juror-" + UUID.randomUUID(), null, CERTIFICATION);
        String lastDay = World.get(AUTHORITY, "/v1/jurors/" + juror + "/accreditations")
                .at("/items/0/validTo")
                .asText();

        assertThat(ids(AUTHORITY, "/v1/approvals?expiringBefore=2028-07-03")).contains(id);
        assertThat(ids(CENTRE, "/v1/approvals?expiringBefore=2028-07-03&certificationNumber=" + CERTIFICATION))
                .contains(id);
        assertThat(ids(AUTHORITY, "/v1/approvals?expiringBefore=2028-07-02")).doesNotContain(id);
        assertThat(ids(World.OTHER_CENTRE, "/v1/approvals")).doesNotContain(id);
        assertThat(jurors("/v1/accreditations?expiringBefore=" + lastDay)).doesNotContain(juror);
        assertThat(jurors("/v1/accreditations?expiringBefore=2100-01-01")).contains(juror);
        World.body(World.as(World.PLATFORM).get("/v1/approvals"), 403);
    }

    private static JsonNode approvalOn(String site) {
        for (JsonNode a : all(AUTHORITY, "/v1/centres/" + World.centre() + "/approvals?")) {
            if (a.path("siteId").asText().equals(site)) {
                return a;
            }
        }
        throw new AssertionError("no approval on " + site);
    }

    private static List<String> ids(String client, String path) {
        return all(client, path + (path.contains("?") ? "&" : "?")).stream()
                .map(a -> a.path("id").asText())
                .toList();
    }

    private static List<String> jurors(String path) {
        return all(AUTHORITY, path + "&").stream()
                .map(a -> a.path("jurorId").asText())
                .toList();
    }

    /** All pages, of two rows each so that there are some. */
    private static List<JsonNode> all(String client, String path) {
        List<JsonNode> rows = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = World.get(client, path + "limit=2" + cursor);
            page.path("items").forEach(rows::add);
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());
        return rows;
    }
}
