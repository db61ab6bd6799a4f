package fr.parchemin.system;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.localstack.demo.Actors;
import fr.parchemin.localstack.demo.Api.Answer;
import fr.parchemin.localstack.demo.Examination;
import fr.parchemin.localstack.demo.Examination.Held;
import fr.parchemin.localstack.demo.Examination.Seat;
import fr.parchemin.localstack.demo.Person;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may know and who may judge, across the services. */
@ExtendWith(StackExtension.class)
class SecrecyTest {

    private static final String PLATFORM = "demo-platform";
    private static final String PLATFORM_SIRET = "35600000000048";
    private static final String STRANGER = "demo-platform-2";
    private static final String THIRD_JUROR = "demo-juror-3";
    private static final String FOUND_ABLE = "{\"outcome\": \"ACQUIRED\", \"competences\": []}";

    private final SystemUnderTest system;

    SecrecyTest(SystemUnderTest system) {
        this.system = system;
    }

    /** R111: the platform that trained the candidate learns the outcome at the notification, not before. */
    @Test
    void aPlatformSeesAResultFromTheNotificationOnAndAnotherPlatformNever() throws IOException {
        try (Scene scene = new Scene(system)) {
            scene.ensureConvention(PLATFORM_SIRET);
            Person person = Scene.person("Êta");
            String candidate = scene.journey.register(person);
            Seat seat = new Seat(
                    person, candidate, PLATFORM_SIRET, true, scene.place.today().minusMonths(1));
            Examination examination = scene.titleExamination(seat);
            Held held = examination.hold();
            examination.recordFindings(held);
            assertUnknownTo(scene, PLATFORM, candidate);
            String recordId = examination.drawUpRecord(held);
            assertUnknownTo(scene, PLATFORM, candidate);
            scene.client.validate(recordId);
            assertUnknownTo(scene, PLATFORM, candidate);

            scene.client.notifyResults(recordId);
            var results = scene.api
                    .get(PLATFORM, "/v1/results?candidateId=" + candidate)
                    .body()
                    .path("items");
            assertThat(results).hasSize(1);
            assertThat(results.get(0).path("outcome").asText()).isEqualTo("AWARDED");
            assertThat(scene.api
                            .get(PLATFORM, "/v1/awards?candidateId=" + candidate)
                            .body()
                            .path("items"))
                    .hasSize(4);
            assertUnknownTo(scene, STRANGER, candidate);
        }
    }

    private static void assertUnknownTo(Scene scene, String login, String candidate) throws IOException {
        for (String list : List.of("/v1/results", "/v1/awards")) {
            Answer answer = scene.api.raw(login, "GET", list + "?candidateId=" + candidate, null, Map.of());
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
            assertThat(answer.body().path("items")).as(list).isEmpty();
        }
        Answer booklet = scene.api.raw(login, "GET", "/v1/candidates/" + candidate + "/booklet", null, Map.of());
        assertThat(booklet.body().findValuesAsText("number"))
                .as(booklet.body().toString())
                .isEmpty();
        assertThat(booklet.body().findValuesAsText("awardNumber"))
                .as(booklet.body().toString())
                .isEmpty();
    }

    /** R52 to R55: the conflict is about one pair; the juror goes on with the others. */
    @Test
    void aRecusedJurorDoesNotJudgeThatCandidateButTheOthers() throws IOException {
        Actors demo = Actors.demo();
        Actors threeJurors = new Actors(
                demo.certifier(),
                demo.authority(),
                demo.centre(),
                demo.centreSiret(),
                List.of("demo-juror-1", "demo-juror-2", THIRD_JUROR));
        try (Scene scene = new Scene(system, threeJurors)) {
            Seat known = scene.seat("Zêta");
            Seat other = scene.seat("Thêta");
            Held held = scene.titleExamination(known, other).hold();
            String recusedFor = Scene.enrolment(held, known);
            scene.client.recuse(held.sessionId(), scene.place.jurorIds().getLast(), recusedFor, "PERSONAL", "JUROR");

            Answer forTheOther = scene.api.patience().await("the session to reach the results service", () -> found(
                            scene, THIRD_JUROR, Scene.enrolment(held, other))
                    .filter(a -> a.status() == 200));
            assertThat(forTheOther.body().path("outcome").asText()).isEqualTo("ACQUIRED");

            Answer forTheKnown = scene.api.patience().await("the recusal to reach the results service", () -> found(
                            scene, THIRD_JUROR, recusedFor)
                    .filter(a -> a.status() == 422));
            assertThat(forTheKnown.body().path("violations").findValuesAsText("rule"))
                    .contains("R55");
            assertThat(found(scene, "demo-juror-1", recusedFor).orElseThrow().status())
                    .isEqualTo(200);
        }
    }

    private static Optional<Answer> found(Scene scene, String juror, String enrolment) {
        try {
            return Optional.of(
                    scene.api.raw(juror, "PUT", "/v1/assessments/" + enrolment + "/EF", FOUND_ABLE, Map.of()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
