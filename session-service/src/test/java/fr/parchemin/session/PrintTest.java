package fr.parchemin.session;

import static fr.parchemin.session.World.CENTRE;
import static fr.parchemin.session.World.json;
import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.kit.test.ParcheminTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Documents to print: what they say, and that everybody can read them for a long time. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class PrintTest {

    private final MovableClock clock;

    PrintTest(MovableClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void prepare() {
        clock.set(MovableClock.MONDAY);
        World.prepare();
    }

    @Test
    void aSummonsTellsWhatTheRegulationAsks() throws IOException {
        String session = World.declared("TITLE", null);
        String path = "/v1/sessions/" + session;
        Map<String, Object> adapted = World.training(person("Lefèvre", "Hélène", "F"));
        adapted.put("extraTimePercent", 33);
        String one =
                World.post(CENTRE, path + "/enrolments", adapted).path("id").asText();
        World.enrol(session, person("Noël", "Cédric", "M"));
        String summons = path + "/documents/summons?time=08:30";
        try (PDDocument draft = pdf(summons)) {
            assertThat(draft.getNumberOfPages()).isEqualTo(2);
            assertThat(text(draft)).contains("PROJET").contains("NOËL Cédric").contains("Vous êtes convoqué aux");
            requireLasting(draft, "Convocations : Agent de médiation, information, services, lundi 23 novembre 2026");
        }
        World.move(CENTRE, path + "/assessment-kit", World.kit());
        try (PDDocument letter = pdf(summons + "&enrolmentId=" + one)) {
            assertThat(letter.getNumberOfPages()).isEqualTo(1);
            assertThat(text(letter))
                    .doesNotContain("PROJET", "handicap", "NOËL")
                    .contains(
                            "Madame LEFÈVRE Hélène, née le 14 mars 1996",
                            "Vous êtes convoquée aux épreuves du titre professionnel",
                            "lundi 23 novembre 2026 à 8 h 30",
                            "1 rue Fictive, 35000 Rennes",
                            "Session CERES n° CERES-FICTIF-",
                            "Mise en situation professionnelle",
                            "40 min",
                            "27 min",
                            "pièce d’identité",
                            "dossier professionnel",
                            "certificat de sauveteur secouriste du travail",
                            "Fictif Responsable");
            requireLasting(
                    letter,
                    "Convocation de LEFÈVRE Hélène : Agent de médiation, information, services, lundi 23 novembre 2026");
        }
        assertThat(World.rules(World.as(CENTRE).get(path + "/documents/summons")))
                .containsExactly("R66");
    }

    @Test
    void sheetsToSignForEachEventAndForTheJury() throws IOException {
        String session = World.post(
                        CENTRE,
                        "/v1/sessions",
                        json(
                                "type",
                                "CCP",
                                "certificationNumber",
                                World.CERTIFICATION,
                                "blockCode",
                                World.BC02,
                                "centreId",
                                World.centre(),
                                "siteId",
                                World.site(),
                                "startsOn",
                                "2026-11-30",
                                "endsOn",
                                "2026-12-01",
                                "manager",
                                "Fictif Responsable"))
                .path("id")
                .asText();
        String path = "/v1/sessions/" + session;
        World.move(CENTRE, path + "/declaration", json());
        Map<String, Object> adapted = World.training(person("Élan", "Zoé", "F"));
        adapted.put("extraTimePercent", 33);
        World.post(CENTRE, path + "/enrolments", adapted);
        World.enrol(session, person("Faure", "Léa", "F"));
        World.put(CENTRE, path + "/jury", World.jury(World.juror(1), World.juror(2)));
        try (PDDocument sheets = pdf(path + "/documents/attendance-sheet")) {
            // Two events and the jury, on two days.
            assertThat(sheets.getNumberOfPages()).isEqualTo(6);
            String text = text(sheets);
            assertThat(text)
                    .contains("Entretien technique, lundi 30 novembre 2026", "mardi 1er décembre 2026")
                    .contains("temps majoré", "27 min", "20 min", "Émargement du jury", "FICTIF Juré");
            assertThat(text.indexOf("ÉLAN Zoé")).isPositive().isLessThan(text.indexOf("FAURE Léa"));
            requireLasting(sheets, null);
        }
        try (PDDocument one = pdf(path + "/documents/attendance-sheet?eventCode=ET&day=2026-12-01")) {
            assertThat(one.getNumberOfPages()).isEqualTo(2);
        }
        World.body(World.as(CENTRE).get(path + "/documents/attendance-sheet?eventCode=EF"), 404);
        World.body(World.as(CENTRE).get(path + "/documents/attendance-sheet?day=2026-12-02"), 400);
        World.body(World.as(CENTRE).get(path + "/documents/diploma"), 404);
        World.body(World.as(World.OTHER_CENTRE).get(path + "/documents/schedule"), 404);
        World.body(World.as("demo-juror-1").get(path + "/documents/schedule"), 403);
        try (PDDocument schedule = pdf(path + "/documents/schedule")) {
            assertThat(text(schedule)).contains("Passages", "ÉLAN Zoé", "Entretien technique");
            requireLasting(schedule, null);
        }
    }

    @Test
    void sixtyLettersInOneFile() throws IOException {
        String session = World.declared("TITLE", null);
        for (int i = 0; i < 60; i++) {
            World.enrol(session, person("Fictif " + (char) ('A' + i / 26) + (char) ('A' + i % 26), "Alpha", "F"));
        }
        String path = "/v1/sessions/" + session + "/documents/summons?time=08:30";
        try (PDDocument letters = pdf(path)) {
            assertThat(letters.getNumberOfPages()).isEqualTo(60);
            assertThat(text(letters).split("Madame FICTIF [A-C][A-Z] Alpha", -1))
                    .hasSize(61);
        }
        long start = System.nanoTime();
        assertThat(World.as(CENTRE).get(path).statusCode()).isEqualTo(200);
        System.out.printf("60 summons set in %d ms%n", (System.nanoTime() - start) / 1_000_000);
    }

    @Test
    void whatSomebodyIsCalledIsTextAndNothingElse() throws IOException {
        String session = World.declared("TITLE", null);
        World.enrol(session, person("O’Brien d'Or", "Jean-Luc", "M"));
        try (PDDocument schedule = pdf("/v1/sessions/" + session + "/documents/schedule")) {
            assertThat(text(schedule)).contains("O’BRIEN D'OR Jean-Luc");
        }
    }

    private static String person(String birthName, String firstName, String sex) {
        return World.candidate(CENTRE, json("birthName", birthName, "firstNames", List.of(firstName), "sex", sex));
    }

    private static PDDocument pdf(String path) throws IOException {
        Response response = World.as(CENTRE).get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        assertThat(response.contentType()).isEqualTo("application/pdf");
        byte[] bytes = response.asByteArray();
        Path folder = Path.of("target", "printed");
        Files.createDirectories(folder);
        String name = path.replaceAll(".*/documents/", "").replaceAll("[^A-Za-z-]+", "_");
        Files.write(folder.resolve(name + ".pdf"), bytes);
        requireConforming(bytes);
        return Loader.loadPDF(bytes);
    }

    private static String text(PDDocument document) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        return stripper.getText(document).replace('\u00a0', ' ');
    }

    /** PDF/A-3a and PDF/UA by their own marks: tags, language, title, fonts inside, colours defined, identification. */
    private static void requireLasting(PDDocument document, @Nullable String title) throws IOException {
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        assertThat(catalog.getLanguage()).isEqualTo("fr");
        assertThat(catalog.getMarkInfo().isMarked()).isTrue();
        assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
        assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
        assertThat(catalog.getOutputIntents()).hasSize(1);
        if (title != null) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo(title);
        }
        String metadata = new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8);
        assertThat(metadata)
                .contains(
                        "<pdfaid:part>3</pdfaid:part>",
                        "<pdfaid:conformance>A</pdfaid:conformance>",
                        "<pdfuaid:part>1</pdfuaid:part>");
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                assertThat(page.getResources().getFont(name).isEmbedded())
                        .as(name.getName())
                        .isTrue();
            }
            assertThat(StreamSupport.stream(
                            page.getResources().getXObjectNames().spliterator(), false))
                    .isEmpty();
        }
    }

    /** By an independent validator: ISO 19005-3 level A, and what of ISO 14289-1 a machine can check. */
    private static void requireConforming(byte[] bytes) throws IOException {
        VeraGreenfieldFoundryProvider.initialise();
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)) {
            try (PDFAParser parser =
                            Foundries.defaultInstance().createParser(new ByteArrayInputStream(bytes), flavour);
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                ValidationResult result = validator.validate(parser);
                assertThat(result.getTestAssertions().stream()
                                .filter(a -> a.getStatus() == TestAssertion.Status.FAILED)
                                .map(a -> a.getRuleId().getClause() + " " + a.getMessage())
                                .distinct())
                        .as(flavour.toString())
                        .isEmpty();
                assertThat(result.isCompliant()).isTrue();
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
    }
}
