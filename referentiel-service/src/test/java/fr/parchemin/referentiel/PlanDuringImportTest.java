package fr.parchemin.referentiel;

import static fr.parchemin.referentiel.Imports.RNCP;
import static fr.parchemin.referentiel.Imports.certifier;
import static fr.parchemin.referentiel.Imports.feed;
import static fr.parchemin.referentiel.Imports.fiche;
import static fr.parchemin.referentiel.Imports.imported;
import static fr.parchemin.referentiel.Imports.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.kit.test.KafkaProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The first plan of a certification, put while an import changes its sheet: the others end up with both. */
@QuarkusTest
class PlanDuringImportTest {

    private static final String PLAN = """
            {"targets":[{"target":"TITLE","totalMinutes":30,"events":[
              {"code":"MSP","kind":"PROFESSIONAL_SIMULATION","label":"Mise en situation","minutes":30}]}]}""";

    @Inject
    DataSource dataSource;

    private final LocalDate day = Imports.nextDay();
    private final String number = Imports.nextNumber("RNCP");

    @Test
    void aPlanPutWhileTheImportWritesTheSheet() throws Exception {
        imported(RNCP.formatted(day), feed(fiche(number, "Zorvateur")));
        CompletableFuture<Integer> put;
        String id;
        try (HeldRow held = new HeldRow(dataSource, number)) {
            id = send("", RNCP.formatted(day.plusDays(1)), feed(fiche(number, "Zorvatrice")))
                    .path("id");
            held.awaitWaiting(1);
            put = CompletableFuture.supplyAsync(this::putPlan, Executors.newVirtualThreadPerTaskExecutor());
            await().atMost(Duration.ofSeconds(20)).until(() -> put.isDone() || held.waiting() == 2);
        }

        assertThat(Imports.ended(id).getString("state")).isEqualTo("DONE");
        assertThat(put.get()).isEqualTo(201);
        requireLastToldWithPlanAndNewTitle();
    }

    @Test
    void aPlanPutBeforeTheImportComesToTheSheet() throws SQLException {
        String first = Imports.nextNumber("RNCP");
        String sheet = fiche(first, "Quimbleur")
                .replace("<ACTIF>", "<ACTIVITES_VISEES>" + "Quimbler. ".repeat(60_000) + "</ACTIVITES_VISEES><ACTIF>");
        imported(RNCP.formatted(day), feed(sheet, fiche(number, "Zorvateur")));
        String id;
        try (HeldRow held = new HeldRow(dataSource, first)) {
            // So long that it comes alone, and the import waits before it looks at the other.
            id = send(
                            "",
                            RNCP.formatted(day.plusDays(1)),
                            feed(sheet.replace("Quimbleur", "Quimbleuse"), fiche(number, "Zorvatrice")))
                    .path("id");
            held.awaitWaiting(1);
            assertThat(putPlan()).isEqualTo(201);
        }

        assertThat(Imports.ended(id).getString("state")).isEqualTo("DONE");
        requireLastToldWithPlanAndNewTitle();
    }

    private int putPlan() {
        return certifier()
                .contentType(ContentType.JSON)
                .body(PLAN)
                .put("/v1/certifications/" + number + "/assessment-plan")
                .statusCode();
    }

    /** Published by the first import; then come the plan and the other title, in whichever order. */
    private void requireLastToldWithPlanAndNewTitle() {
        JsonNode last = KafkaProbe.await(
                        "parchemin.certifications", 3, e -> e.key().equals(number))
                .getLast()
                .data();
        assertThat(last.at("/title").textValue()).isEqualTo("Zorvatrice");
        assertThat(last.at("/plan/version").intValue()).isEqualTo(1);
    }
}
