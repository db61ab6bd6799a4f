package fr.parchemin.referentiel.figures;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parchemin.kit.test.KafkaProbe;
import fr.parchemin.kit.test.ParcheminTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Titles awarded here stand beside the published figures. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class OwnStatisticsTest {

    private static final String TOPIC = "parchemin.results";
    private static final String CANDIDATE = UUID.randomUUID().toString();

    @Test
    void countsTitlesPerYearAndTakesBackWhatIsWithdrawn() {
        String first = UUID.randomUUID().toString();
        award(first, "PAR-2031-AAAA-T", "EXPERIENCE", "2031-03-01");
        award(first, "PAR-2031-AAAA-T", "EXPERIENCE", "2031-03-01");
        award(UUID.randomUUID().toString(), "PAR-2031-BBBB-T", "CONTINUING", "2031-12-31");
        award(UUID.randomUUID().toString(), "PAR-2032-CCCC-T", "CONTINUING", "2032-01-01");
        awaitCount(Map.of("2031", List.of(2, 1), "2032", List.of(1, 0)));
        KafkaProbe.tell("results", TOPIC, CANDIDATE, "AwardWithdrawn", withdrawal("PAR-2031-BBBB-B", "RNCP37722BC01"));
        KafkaProbe.tell("results", TOPIC, CANDIDATE, "AwardWithdrawn", withdrawal("PAR-2031-BBBB-T", null));
        awaitCount(Map.of("2031", List.of(1, 1), "2032", List.of(1, 0)));
        KafkaProbe.tell(
                "results",
                TOPIC,
                CANDIDATE,
                "TitleGranted",
                Map.of(
                        "awardNumber",
                        "PAR-2032-DDDD-T",
                        "candidateId",
                        CANDIDATE,
                        "certificationNumber",
                        "RNCP37722",
                        "reference",
                        "DREETS-FICTIVE-118",
                        "awardedOn",
                        "2032-02-01"));
        awaitCount(Map.of("2031", List.of(1, 1), "2032", List.of(2, 0)));
        assertThat(given().get("/v1/certifications/RNCP37722/statistics")
                        .<List<String>>path("items.findAll { it.source == 'FRANCE_COMPETENCES' }.source"))
                .isNotEmpty();
    }

    private static void award(String id, String number, String route, String day) {
        KafkaProbe.tell(
                id,
                "results",
                TOPIC,
                CANDIDATE,
                "TitleAwarded",
                Map.of(
                        "awardNumber",
                        number,
                        "candidateId",
                        CANDIDATE,
                        "sessionId",
                        UUID.randomUUID(),
                        "recordId",
                        UUID.randomUUID(),
                        "certificationNumber",
                        "RNCP37722",
                        "obtainedBy",
                        "TITLE_SESSION",
                        "route",
                        route,
                        "awardedOn",
                        day));
    }

    private static Map<String, @Nullable Object> withdrawal(String number, @Nullable String block) {
        Map<String, @Nullable Object> data = new HashMap<>(Map.of(
                "awardNumber", number,
                "candidateId", CANDIDATE,
                "certificationNumber", "RNCP37722",
                "reason", "Décision n° 12",
                "withdrawnOn", "2033-01-15"));
        data.put("blockCode", block);
        return data;
    }

    private static void awaitCount(Map<String, List<Integer>> expected) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            List<Map<String, Object>> rows =
                    given().get("/v1/certifications/RNCP37722/statistics").path("items");
            Map<String, List<Object>> ours = new HashMap<>();
            rows.stream()
                    .filter(r -> "PARCHEMIN".equals(r.get("source")))
                    .forEach(r -> ours.put(
                            String.valueOf(r.get("year")), List.of(of(r, "certified"), of(r, "certifiedByVae"))));
            assertThat(ours.toString()).isEqualTo(new HashMap<>(expected).toString());
        });
    }

    private static Object of(Map<String, Object> row, String field) {
        return String.valueOf(row.get(field));
    }
}
