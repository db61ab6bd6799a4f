package fr.parchemin.gateway.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.localstack.browser.BrowserPage;
import fr.parchemin.localstack.browser.Chromium;
import fr.parchemin.localstack.browser.Screen;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The page in a real Chromium and the real gateway, with invented figures behind it. That the services answer as the
 * stand-in does is not shown here but in the system tests.
 */
@QuarkusTest
@QuarkusTestResource(value = DashboardUpstreams.class, restrictToAnnotatedClass = true)
class DashboardOnFakeUpstreamTest {

    private static final List<String> VIEWS =
            List.of("year", "success", "sessions", "declarations", "records", "approvals", "cohorts");

    private static @Nullable Chromium chromium;

    @TestHTTPResource("/dashboard")
    @SuppressWarnings("NullAway.Init")
    String address;

    private final List<BrowserPage> pages = new ArrayList<>();

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
        DashboardUpstreams.upstream().fail(false);
        DashboardUpstreams.upstream().expire(false);
        for (BrowserPage page : pages) {
            List<String> complaints = page.complaints();
            page.close();
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void aWrongSecretIsToldAndCanBeTypedAgain() {
        BrowserPage page = open(Screen.desktop());
        page.go(address);
        page.fill("#client", "demo-authority");
        page.fill("#secret", "wrong");
        page.click("button.main");
        page.await("document.querySelector('#problem').textContent === 'Identifiant ou secret inconnu.'");
        assertThat(page.evaluate("document.activeElement.id").asText()).isEqualTo("client");
        page.fill("#client", "demo-authority");
        page.fill("#secret", "demo-authority-secret");
        page.press("Enter");
        page.await("document.querySelector('.figures')");
        assertThat(page.text("#who")).isEqualTo("demo-authority · autorité");
    }

    @Test
    void whoHasNoBusinessHereIsTold() {
        BrowserPage page = open(Screen.desktop());
        page.go(address);
        page.fill("#client", "demo-juror-1");
        page.fill("#secret", "demo-juror-1-secret");
        page.click("button.main");
        page.await("document.querySelector('main').innerText.includes('ne donne pas accès')");
        assertThat(page.evaluate("document.querySelectorAll('.panel').length").asInt())
                .isZero();
        // As the link to the content and the way back do.
        String moved = "(dispatchEvent(new PopStateEvent('popstate')), document.querySelectorAll('.panel').length)";
        assertThat(page.evaluate(moved).asInt()).isZero();
    }

    @Test
    void showsTheFiguresOfTheYearBesideThoseOfTheYearBefore() {
        BrowserPage page = signedIn("demo-authority", "year", Screen.desktop());
        int year = FakeUpstream.LAST_YEAR;
        JsonNode now = figures("demo-authority", "by=year&year=" + year);
        JsonNode before = figures("demo-authority", "by=year&year=" + (year - 1));
        assertThat(figure(page, "Présentés"))
                .startsWith(french(now.path("presented").asInt()));
        assertThat(figure(page, "Présentés"))
                .contains(year - 1 + " : " + french(before.path("presented").asInt()));
        assertThat(figure(page, "Admis")).startsWith(french(now.path("admitted").asInt()));
        assertThat(figure(page, "Réussites partielles"))
                .startsWith(french(now.path("partial").asInt()));
        assertThat(figure(page, "Échecs")).startsWith(french(now.path("failed").asInt()));
        assertThat(figure(page, "Absents")).startsWith(french(now.path("absent").asInt()));
        assertThat(figure(page, "Taux de réussite"))
                .startsWith(now.path("successRate").asText() + " %");
        assertThat(figure(page, "De la session au diplôme")).startsWith("12 j");
    }

    @Test
    void filtersAreInTheAddressAndBackAndForwardFollow() {
        BrowserPage page = signedIn("demo-authority", "year", Screen.desktop());
        String all = figure(page, "Présentés");
        page.choose("#filter-region", "53");
        page.await("location.search.includes('region=53') && !document.querySelector('[aria-busy=true]')");
        String brittany = figure(page, "Présentés");
        int counted = figures("demo-authority", "by=year&region=53&year=" + FakeUpstream.LAST_YEAR)
                .path("presented")
                .asInt();
        assertThat(brittany).startsWith(french(counted)).isNotEqualTo(all);

        page.click(".views a[href*='view=success']");
        page.await("document.querySelector('h1').innerText === 'Réussites et réussites partielles'");
        assertThat(page.evaluate("document.activeElement.tagName").asText()).isEqualTo("H1");
        assertThat(page.evaluate("document.querySelector('#filter-region').value")
                        .asText())
                .isEqualTo("53");

        page.evaluate("history.back()");
        page.await("document.querySelector('h1').innerText.startsWith('L’année') && " + SETTLED);
        assertThat(figure(page, "Présentés")).isEqualTo(brittany);
        page.evaluate("history.back()");
        page.await("!location.search.includes('region=53') && " + SETTLED);
        assertThat(figure(page, "Présentés")).isEqualTo(all);
        page.evaluate("history.forward()");
        page.await("location.search.includes('region=53') && " + SETTLED);
        assertThat(figure(page, "Présentés")).isEqualTo(brittany);

        // Whoever gets the address sees the same.
        BrowserPage other =
                signedIn("demo-authority", "year&year=" + FakeUpstream.LAST_YEAR + "&region=53", Screen.desktop());
        assertThat(figure(other, "Présentés")).isEqualTo(brittany);
    }

    @Test
    void everyChartHasItsTableAndItsFile(@TempDir Path folder) throws IOException {
        BrowserPage page = signedIn("demo-authority", "success", Screen.desktop());
        page.downloadTo(folder);
        assertThat(page.evaluate("[...document.querySelectorAll('.panel')].every(p =>"
                                + " p.querySelector('.picture[role=img]').getAttribute('aria-label').length > 30"
                                + " && p.querySelector('table caption') && p.querySelector('th[scope=col]') &&"
                                + " p.querySelector('th[scope=row]'))")
                        .asBoolean())
                .isTrue();
        assertThat(page.evaluate("document.querySelector('#voies .rows').hidden")
                        .asBoolean())
                .isTrue();
        page.click("#voies .tool");
        page.await(
                "!document.querySelector('#voies .rows').hidden && document.querySelector('#voies .picture').hidden");
        JsonNode routes =
                api("demo-authority", "by=route&year=" + FakeUpstream.LAST_YEAR).path("items");
        assertThat(page.evaluate("document.querySelectorAll('#voies tbody tr').length")
                        .asInt())
                .isEqualTo(routes.size());
        for (JsonNode route : routes) {
            assertThat(page.text("#voies table").replace('\u202f', ' '))
                    .contains(french(route.at("/figures/presented").asInt()));
        }
        page.click("#voies .tool:nth-child(2)");
        Path file = folder.resolve("parchemin-voies.csv");
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> Files.exists(file) && Files.size(file) > 0);
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        assertThat(lines.getFirst())
                .isEqualTo(
                        "\ufeffVoie;Présentés;Admis;Réussites partielles;Échecs;Exclus;Absents;Taux de réussite;Délai"
                                + " médian");
        assertThat(lines).hasSize(routes.size() + 1).anyMatch(line -> line.startsWith("VAE;"));
    }

    @Test
    void sessionsAheadAreThoseStillToBeHeldEachWithItsTitle() {
        BrowserPage page = signedIn("demo-authority", "sessions", Screen.desktop());
        // Sixty sessions, of which four in ten are over or called off.
        assertThat(page.evaluate("document.querySelectorAll('#sessions tbody tr').length")
                        .asInt())
                .isEqualTo(36);
        String rows = page.text("#sessions tbody");
        assertThat(rows).doesNotContain("Notifiée", "PV transmis", "Annulée").contains("Convoquée", "En cours");
        assertThat(rows).containsPattern("\\p{Ll}[^\\t\\n]* · RNCP\\d+BC01");
    }

    @Test
    void ofTooManySessionsTheNearestAreThere() {
        BrowserPage page = signedIn("demo-authority", "sessions", Screen.desktop());
        page.go(address + "?view=sessions&certification=RS6905&year=" + FakeUpstream.LAST_YEAR);
        page.await(SETTLED);
        // Twenty a day, today among the days; four in ten are over or called off.
        assertThat(figure(page, "Dans les 30 jours")).startsWith("372");
    }

    @Test
    void aRecordWaitsSinceItsDayInParis() {
        BrowserPage page = signedIn("demo-authority", "records", Screen.desktop());
        JsonNode ages = page.evaluate(
                "[...document.querySelectorAll('#pv tbody td:nth-child(2)')].map(cell => parseInt(cell.innerText))");
        assertThat(ages).isNotEmpty().allSatisfy(age -> assertThat(age.asInt() % 8)
                .isZero());
    }

    @Test
    void aListThatIsCutSaysSo() {
        BrowserPage page = signedIn("demo-authority", "declarations", Screen.desktop());
        assertThat(page.text("#rejets .note")).isEmpty();
        page.go(address + "?view=declarations&certification=RS6905&year=" + FakeUpstream.LAST_YEAR);
        page.await(SETTLED);
        assertThat(page.text("#rejets .note").replace('\u202f', ' ')).contains("Il y en a plus : seules 5 002 ");
    }

    @Test
    void anAnalystSeesNoSmallNumbersAndNoNames() {
        BrowserPage page = signedIn("demo-analyst", "success", Screen.desktop());
        for (String panel : List.of("#certifications", "#competences", "#regions")) {
            assertThat(page.text(panel + " .note")).contains("moins de 5 personnes sont masqués");
        }
        page.click("#certifications .tool");
        page.await("document.querySelector('#certifications table').offsetHeight");
        assertThat(page.text("#certifications table")).contains("marchandises").doesNotContain("secouriste");
        assertThat(page.text(".views")).doesNotContain("PV à valider").doesNotContain("Agréments");

        // Of two people there is no line, and that is not nobody.
        String two = "year&certification=RS6905&year=" + FakeUpstream.LAST_YEAR;
        page.go(address + "?view=" + two);
        page.await(SETTLED);
        for (String label : List.of("Présentés", "Admis", "Échecs", "Taux de réussite", "De la session au diplôme")) {
            assertThat(figure(page, label).strip()).as(label).isEqualTo("n < 5");
        }
        assertThat(page.text("#mois .message")).contains("Aucun groupe assez grand");
        assertThat(figure(signedIn("demo-authority", two, Screen.desktop()), "Présentés"))
                .startsWith("2");
        page.go(address + "?view=year&certification=RNCP37722&region=53&route=EXPERIENCE&year="
                + FakeUpstream.LAST_YEAR);
        page.await(SETTLED);
        page.click("#mois .tool");
        page.await("document.querySelector('#mois table').offsetHeight");
        assertThat(page.text("#mois tbody")).contains("n < 5");

        page.go(address + "?view=declarations");
        page.await("document.querySelector('.panel.said') && " + SETTLED);
        assertThat(page.text(".panel.said")).contains("n’est pas montrée à l’analyste");
        assertThat(page.evaluate("document.querySelector('#rejets')").isNull()).isTrue();

        page.go(address + "?view=records");
        page.await("document.querySelector('.panel.said')");
        assertThat(page.text("main")).contains("Cette vue n’est pas ouverte à votre rôle (analyste).");
    }

    @Test
    void followsWhatMovesWithoutReloadAndAfterTheStreamWasCut() {
        BrowserPage page = signedIn("demo-authority", "records", Screen.desktop());
        page.evaluate("window.stayed = true");
        page.await("document.querySelector('#live-text').textContent === 'En direct'");
        int waiting = Integer.parseInt(figure(page, "En attente").strip());
        DashboardUpstreams.upstream().validateRecord();
        page.await("document.querySelector('#chiffres-pv dd strong').textContent === '" + (waiting - 1) + "'");
        page.await("document.querySelector('#announcer').textContent.includes('la page est à jour')");
        page.await("document.querySelectorAll('#pv tbody tr').length === " + (waiting - 1));

        DashboardUpstreams.upstream().hangUp();
        page.await("document.querySelector('#live').dataset.state === 'waiting'");
        page.await("document.querySelector('#live').dataset.state === 'open'");
        DashboardUpstreams.upstream().validateRecord();
        page.await("document.querySelector('#chiffres-pv dd strong').textContent === '" + (waiting - 2) + "'");
        assertThat(page.evaluate("window.stayed").asBoolean()).isTrue();
    }

    @Test
    void whenAServiceIsDownItSaysSoAndTriesAgainOnDemand() {
        BrowserPage page = signedIn("demo-authority", "success", Screen.desktop());
        DashboardUpstreams.upstream().fail(true);
        page.choose("#filter-region", "53");
        page.await("document.querySelector('#voies .message')?.innerText.includes('Le service ne répond pas')");
        // Table and file of the filters before are gone with the picture.
        String handsOut =
                "document.querySelectorAll('#voies .tool:not(:disabled):not(.message *), #voies tbody tr').length";
        assertThat(page.evaluate(handsOut).asInt()).isZero();
        DashboardUpstreams.upstream().fail(false);
        page.click("#voies .message button");
        page.await("document.querySelector('#voies .message').hidden && !document.querySelector('#voies"
                + " .picture').hidden");
        assertThat(page.evaluate(handsOut).asInt()).isGreaterThan(2);

        page.go(address + "?view=year");
        page.await(SETTLED);
        DashboardUpstreams.upstream().fail(true);
        page.choose("#filter-region", "53");
        page.await("document.querySelector('#annee .note.wrong')");
        assertThat(figure(page, "Présentés").strip()).isEqualTo("–");
    }

    @Test
    void aTokenThatEndedLeadsBackToTheDoor() {
        BrowserPage page = signedIn("demo-authority", "success", Screen.desktop());
        DashboardUpstreams.upstream().expire(true);
        page.choose("#filter-region", "53");
        page.await("document.querySelector('#problem')?.textContent === 'Votre session a expiré. Connectez-vous de"
                + " nouveau.'");
        assertThat(page.evaluate("sessionStorage.length").asInt()).isZero();
        assertThat(page.evaluate("document.querySelector('.views').hidden").asBoolean())
                .isTrue();
    }

    @Test
    void theKeyboardReachesEverythingAndGetsOutAgain() {
        BrowserPage page = signedIn("demo-authority", "success", Screen.desktop());
        page.go(address + "?view=success");
        page.await(SETTLED);
        page.press("Tab");
        assertThat(page.text(":focus")).isEqualTo("Aller au contenu");
        page.press("Enter");
        page.await("document.activeElement.id === 'main'");
        int stops = page.evaluate("document.querySelectorAll('main button:not(:disabled), .foot a').length")
                .asInt();
        for (int i = 0; i < stops; i++) {
            page.press("Tab");
            assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
                            .asText())
                    .as(page.text(":focus"))
                    .isEqualTo("solid");
        }
        assertThat(page.text(":focus")).isEqualTo("vérifier un diplôme");
    }

    @Test
    void theThemeIsKept() {
        BrowserPage page = signedIn("demo-authority", "year", Screen.desktop());
        page.click("#theme");
        page.await("document.querySelector('#theme').getAttribute('aria-pressed') === 'true'");
        String dark =
                page.evaluate("getComputedStyle(document.body).backgroundColor").asText();
        page.go(address + "?view=success");
        page.await(SETTLED);
        assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor")
                        .asText())
                .isEqualTo(dark)
                .isEqualTo("rgb(20, 18, 15)");
    }

    static Stream<Arguments> everyViewOnEveryScreen() {
        return Stream.of(Screen.desktop(), Screen.phone())
                .flatMap(screen -> Stream.of(screen, screen.inTheDark()))
                .flatMap(screen -> VIEWS.stream().map(view -> Arguments.of(view, screen)));
    }

    @ParameterizedTest
    @MethodSource("everyViewOnEveryScreen")
    void keepsNobodyOut(String view, Screen screen) throws IOException {
        BrowserPage page = signedIn("demo-authority", view, screen);
        assertThat(violations(page)).as("with charts").isEmpty();
        page.evaluate("document.querySelectorAll('.tool[aria-pressed=false]').forEach(button => button.click())");
        if (screen.width() == Screen.desktop().width()) {
            assertThat(violations(page)).as("with tables").isEmpty();
        }
        assertThat(page.evaluate("document.documentElement.scrollWidth").asInt())
                .as("nothing sticks out sideways")
                .isLessThanOrEqualTo(screen.width());
    }

    @ParameterizedTest
    @MethodSource("everyScreen")
    void theDoorKeepsNobodyOut(Screen screen) throws IOException {
        BrowserPage page = open(screen);
        page.go(address);
        page.await("document.querySelector('#client')");
        assertThat(violations(page)).isEmpty();
    }

    static Stream<Screen> everyScreen() {
        return Stream.of(Screen.desktop(), Screen.phone()).flatMap(screen -> Stream.of(screen, screen.inTheDark()));
    }

    @Test
    void nothingMovesAsideWhileThePageFills() {
        BrowserPage page = signedIn("demo-authority", "year", Screen.desktop());
        page.go(address + "?view=success");
        page.await(SETTLED);
        JsonNode shift = page.evaluate("""
            new Promise(resolve => {
              let sum = 0;
              new PerformanceObserver(list => list.getEntries().forEach(e => sum += e.value)).observe({ type: "layout-shift", buffered: true });
              setTimeout(() => resolve(sum), 200);
            })\
            """);
        assertThat(shift.asDouble()).isLessThan(0.02);
    }

    // ---------------------------------------------------------------------------------------------------------

    private static final String SETTLED =
            "document.querySelector('.panels') && !document.querySelector('[aria-busy=true]')";

    private BrowserPage open(Screen screen) {
        BrowserPage page = Objects.requireNonNull(chromium).open(screen);
        pages.add(page);
        return page;
    }

    private BrowserPage signedIn(String client, String view, Screen screen) {
        BrowserPage page = open(screen);
        page.go(address + "?view=" + view);
        page.fill("#client", client);
        page.fill("#secret", client + "-secret");
        page.click("button.main");
        page.await(SETTLED);
        return page;
    }

    /** What one of the large figures says, its comparison included. */
    private static String figure(BrowserPage page, String label) {
        return page.evaluate(
                        "[...document.querySelectorAll('.figures > div')].find(d => d.querySelector('dt').innerText === '%s').querySelector('dd').innerText"
                                .formatted(label))
                .asText()
                .replace('\u202f', ' ')
                .replace('\u00a0', ' ');
    }

    private static String french(int number) {
        return NumberFormat.getIntegerInstance(Locale.FRANCE)
                .format(number)
                .replace('\u202f', ' ')
                .replace('\u00a0', ' ');
    }

    private static JsonNode figures(String client, String query) {
        return api(client, query).path("items").path(0).path("figures");
    }

    private static JsonNode api(String client, String query) {
        String token = RestAssured.given()
                .auth()
                .preemptive()
                .basic(client, client + "-secret")
                .formParam("grant_type", "client_credentials")
                .post("/oauth/token")
                .path("access_token");
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .get("/v1/statistics?" + query)
                .as(JsonNode.class);
    }

    private static List<String> violations(BrowserPage page) throws IOException {
        try (var script =
                Objects.requireNonNull(DashboardOnFakeUpstreamTest.class.getResourceAsStream("/axe.min.js"))) {
            page.evaluate(new String(script.readAllBytes(), StandardCharsets.UTF_8) + ";0");
        }
        JsonNode found = page.evaluate("""
            axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
              .then(result => result.violations.map(v => v.id + ": " + v.nodes.map(n => n.html.slice(0, 120) + " " + n.failureSummary).join(" | ")))\
            """);
        List<String> violations = new ArrayList<>();
        found.forEach(one -> violations.add(one.asText()));
        return violations;
    }
}
