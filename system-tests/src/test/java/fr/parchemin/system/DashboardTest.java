package fr.parchemin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.localstack.browser.BrowserPage;
import fr.parchemin.localstack.browser.Chromium;
import fr.parchemin.localstack.browser.Screen;
import fr.parchemin.localstack.demo.Actors;
import fr.parchemin.localstack.demo.Examination;
import fr.parchemin.localstack.demo.Examination.Held;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The dashboard of the packaged services in a real Chromium: it shows what really came of sessions, and follows. The
 * centre is one that no other test uses, so that its figures are those of this test.
 */
@ExtendWith(StackExtension.class)
class DashboardTest {

    private static final String CENTRE = "demo-centre-2";
    private static final String SIRET = "73282932000074";
    private static final String SETTLED =
            "document.querySelector('.panels') && !document.querySelector('[aria-busy=true]')";

    private static @Nullable Chromium chromium;

    private final SystemUnderTest system;
    private final List<BrowserPage> pages = new ArrayList<>();

    DashboardTest(SystemUnderTest system) {
        this.system = system;
    }

    @BeforeAll
    static void startTheBrowser() {
        Optional<Path> program = Chromium.find();
        if (program.isEmpty()) {
            System.err.println(
                    "SKIPPED: the dashboard is not tried in a browser, there is no chromium on this machine.");
        }
        Assumptions.assumeTrue(program.isPresent(), "no chromium on this machine");
        chromium = Chromium.start(program.get());
    }

    @AfterAll
    static void stopTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void nothingWasComplainedOf() {
        for (BrowserPage page : pages) {
            List<String> complaints = page.complaints();
            page.close();
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void showsTheTrueFiguresFiltersThemAndFollowsAValidation() {
        Actors demo = Actors.demo();
        Actors actors = new Actors(demo.certifier(), demo.authority(), CENTRE, SIRET, demo.jurors());
        try (Scene scene = new Scene(system, actors)) {
            Examination examination = scene.titleExamination(scene.seat("Iota"), scene.seat("Kappa"));
            Held held = examination.hold();
            examination.recordFindings(held);
            String recordId = examination.drawUpRecord(held);

            int waiting = items(scene, "/v1/records?state=SUBMITTED&limit=500").size();
            assertThat(waiting).isPositive();
            BrowserPage records = signedIn("records");
            BrowserPage year = signedIn("year");
            for (BrowserPage page : List.of(records, year)) {
                page.evaluate("window.stayed = true");
                page.await("document.querySelector('#live').dataset.state === 'open'");
            }
            records.await(figureIs("En attente", waiting));
            int presented = figure(year, "Présentés");
            int admitted = figure(year, "Admis");

            scene.client.validate(recordId);
            records.await(figureIs("En attente", waiting - 1));
            year.await(figureIs("Présentés", presented + 2));
            year.await(figureIs("Admis", admitted + 2));
            assertThat(records.evaluate("window.stayed").asBoolean()).isTrue();
            assertThat(year.evaluate("window.stayed").asBoolean()).isTrue();

            examination.notifyResults(held, recordId);
            List<JsonNode> results = items(scene, "/v1/results?limit=500").stream()
                    .filter(result -> result.path("annulledOn").isNull())
                    .toList();
            BrowserPage again = signedIn("year");
            assertThat(figure(again, "Admis")).isEqualTo(count(results, "AWARDED"));
            assertThat(figure(again, "Réussites partielles")).isEqualTo(count(results, "PARTIAL_SUCCESS"));
            assertThat(figure(again, "Échecs")).isEqualTo(count(results, "FAILURE"));
            assertThat(figure(again, "Absents")).isEqualTo(count(results, "ABSENT"));

            again.choose("#filter-route", "EXPERIENCE");
            again.await(figureIs("Présentés", 0));
            again.choose("#filter-route", "CONTINUING");
            again.await(figureIs("Présentés", presented + 2));
            again.choose("#filter-certification", "RNCP37722");
            again.await("location.search.includes('RNCP37722') && " + figureIs("Présentés", presented + 2));
        }
    }

    private static int count(List<JsonNode> results, String outcome) {
        return (int) results.stream()
                .filter(result -> result.path("outcome").asText().equals(outcome))
                .count();
    }

    private static List<JsonNode> items(Scene scene, String path) {
        List<JsonNode> items = new ArrayList<>();
        scene.api.get(CENTRE, path).body().path("items").forEach(items::add);
        return items;
    }

    private BrowserPage signedIn(String view) {
        BrowserPage page = Objects.requireNonNull(chromium).open(Screen.desktop());
        pages.add(page);
        page.go(system.gateway().resolve("/dashboard?view=" + view).toString());
        page.fill("#client", CENTRE);
        page.fill("#secret", CENTRE + "-secret");
        page.click("button.main");
        page.await(SETTLED);
        return page;
    }

    private static String strong(String label) {
        return "[...document.querySelectorAll('.figures > div')].find(d => d.querySelector('dt').innerText === '%s').querySelector('strong').innerText"
                .formatted(label);
    }

    private static String figureIs(String label, int value) {
        return strong(label) + " === '" + value + "'";
    }

    private static int figure(BrowserPage page, String label) {
        return Integer.parseInt(page.evaluate(strong(label)).asText());
    }
}
