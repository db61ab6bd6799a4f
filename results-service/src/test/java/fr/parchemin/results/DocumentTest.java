package fr.parchemin.results;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import fr.parchemin.kit.test.KafkaProbe;
import fr.parchemin.kit.test.ParcheminTestResource;
import fr.parchemin.results.ToldSession.Candidate;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Documents that people receive: what they say, that they last, and who gets them. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class DocumentTest extends JourneyBase {

    @Inject
    DataSource database;

    @Test
    void aTitleComesWithItsDiplomaAttestationBookletAndRecord() throws Exception {
        Candidate holder = candidate("FICTIF-DE-LA-TRÈS-LONGUE-LIGNÉE-D'ÎLE-ET-VILAINE");
        ToldSession session = heldSession("TITLE", null, false, List.of(holder), List.of());
        session.presentFirstAid(holder).reportFraud(holder).close();
        awaitClosed(session);
        foundAble(holder, "MSP", "ET", "QP", "EF");
        String record = draft(session);
        String report = "/v1/records/" + record + "/document";
        try (PDDocument draft = pdf("demo-centre", report)) {
            assertThat(text(draft)).contains("PROJET", "Procès-verbal de session", "98222438800016");
        }
        as("demo-platform").get(report).then().statusCode(403);
        as("demo-centre-2").get(report).then().statusCode(404);
        sign(record);
        as("demo-centre").post("/v1/records/" + record + "/submission").then().statusCode(200);
        String order = as("demo-authority")
                .post("/v1/records/" + record + "/validation")
                .then()
                .statusCode(200)
                .extract()
                .path("orderNumber");
        as("demo-authority")
                .post("/v1/records/" + record + "/notification")
                .then()
                .statusCode(200);
        try (PDDocument signed = pdf("demo-authority", report)) {
            assertThat(text(signed))
                    .doesNotContain("PROJET")
                    .contains(order, "Titre attribué", "FICTIF-DE-LA-TRÈS-LONGUE", "signé le", Rncp37722.BC02)
                    .contains("Suspicion de fraude le", "(épreuve QP)");
        }
        String number = titleOf(holder);
        String diploma = "/v1/awards/" + number + "/diploma";
        try (PDDocument page = pdf("demo-platform", diploma)) {
            assertThat(page.getNumberOfPages()).isEqualTo(1);
            assertThat(text(page))
                    .contains(
                            "Titre professionnel",
                            "née le 3 février 2001 à Lyon",
                            number,
                            "obtenu à l’issue d’une session titre");
            assertThat(scanned(page)).contains("/verification?number=PAR-");
        }
        for (String itself : List.of("/v1/awards/" + number, "/v1/records/" + record)) {
            as("demo-centre").accept("application/pdf").get(itself).then().contentType("application/pdf");
            as("demo-centre").accept("*/*").get(itself).then().contentType("application/json");
        }
        try (PDDocument page = pdf("demo-platform", "/v1/awards/" + number + "/attestation")) {
            assertThat(page.getNumberOfPages()).isEqualTo(1);
            assertThat(text(page)).contains("Attestation de réussite", number, "Blocs de compétences");
        }
        try (PDDocument page = pdf("demo-platform", "/v1/candidates/" + holder.id() + "/booklet/document")) {
            assertThat(text(page)).contains("Livret de certification", "Le titre est obtenu.", Rncp37722.BC01);
        }
        as("demo-platform-2").get(diploma).then().statusCode(404);
        assertThat(given().get("/verification?number=" + number).asString())
                .contains("value=\"" + number + "\"")
                .doesNotContain("<script", "FICTIF");
        assertThat(asked(number, "Fictif de la très longue lignée d'Île et Vilaine"))
                .contains("Document authentique et en vigueur", Rncp37722.NUMBER);
        String unknown = asked("PAR-2026-00000000-0", "Fictif");
        assertThat(asked(number, "Fictif").replace(number, "")).isEqualTo(unknown.replace("PAR-2026-00000000-0", ""));
        assertThat(unknown).contains("Aucune concordance");
        as("demo-authority")
                .body(Map.of("reason", "Décision fictive"))
                .post("/v1/awards/" + number + "/withdrawal")
                .then()
                .statusCode(200);
        as("demo-platform").get(diploma).then().statusCode(409);
        assertThat(asked(number, "FICTIF DE LA TRES LONGUE LIGNEE D ILE ET VILAINE"))
                .contains("Document retiré");
        try (PDDocument page = pdf("demo-platform", "/v1/candidates/" + holder.id() + "/booklet/document")) {
            assertThat(text(page)).contains("Ne compte plus", "Décision fictive");
        }
    }

    /** The register may give a title other blocks; who obtained it before was judged on those of then (R15). */
    @Test
    void anAttestationNamesTheBlocksThatWereJudged() throws Exception {
        String number = "RNCP91021";
        KafkaProbe.tell(
                "referentiel",
                "parchemin.certifications",
                number,
                "CertificationPublished",
                Rncp37722.event(number, 1, 30));
        Candidate holder = candidate("FICTIF-ANCIENS-BLOCS");
        ToldSession session = heldSession(
                new ToldSession("TITLE", null, false, jurors).with("certificationNumber", number),
                List.of(holder),
                List.of());
        session.presentFirstAid(holder).close();
        awaitClosed(session);
        foundAble(holder, "MSP", "ET", "QP", "EF");
        validateAndNotify(submitted(session));
        Map<String, Object> revised = new TreeMap<>(Rncp37722.event(number, 2, 30));
        revised.put(
                "blocks",
                List.of(Map.of(
                        "code",
                        number + "BC09",
                        "label",
                        "Bloc refondu",
                        "competences",
                        List.of(Map.of("code", number + "BC09-C1", "label", "Compétence refondue")))));
        KafkaProbe.tell("referentiel", "parchemin.certifications", number, "CertificationChanged", revised);
        await().until(() -> blocksToday(number), blocks -> blocks.contains("Bloc refondu"));
        try (PDDocument page = pdf("demo-platform", "/v1/awards/" + titleOf(holder) + "/attestation")) {
            assertThat(text(page)).contains("Bloc " + Rncp37722.BC01).doesNotContain("Bloc refondu");
        }
    }

    private String blocksToday(String number) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select blocks::text from certification_sheet where number = ?")) {
            select.setString(1, number);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    /** Of a session on Réunion: three hours later there than in Paris. */
    @Test
    void aRecordTellsTheHoursOfItsPlaceAndIsADraftUntilAllHaveSigned() throws Exception {
        Candidate candidate = candidate("FICTIF-RÉUNION");
        ToldSession session = heldSession(
                new ToldSession("CCP", Rncp37722.BC03, false, jurors).with("timeZone", "Indian/Reunion"),
                List.of(candidate),
                List.of());
        session.reportFraud(candidate).close();
        awaitClosed(session);
        foundAble(candidate, "QP");
        String record = draft(session);
        try (PDDocument draft = pdf("demo-centre", "/v1/records/" + record + "/document")) {
            assertThat(text(draft)).contains("Suspicion de fraude le 23 novembre 2026 à 13 h 20");
        }
        // R107: signed by one of two it is a draft still.
        asJuror(1).post("/v1/records/" + record + "/signatures").then().statusCode(200);
        try (PDDocument half = pdf("demo-centre", "/v1/records/" + record + "/document")) {
            assertThat(text(half)).contains("PROJET", "signé le");
        }
    }

    /** A line broken in a word processor arrives as U+000B: XML cannot hold it, and a signed record cannot be changed. */
    @Test
    void aTextWithControlCharactersIsPrintedAllTheSame() throws Exception {
        Candidate candidate = candidate("FICTIF-COPIE");
        ToldSession session = heldSession("CCP", Rncp37722.BC03, false, List.of(candidate), List.of());
        session.close();
        awaitClosed(session);
        foundAble(candidate, "QP");
        String record = draft(session);
        asJuror(1)
                .body(Map.of(
                        "blocks",
                        List.of(Rncp37722.BC03),
                        "grantTitle",
                        false,
                        "reasons",
                        "Production\u000bconvaincante\u0001\uffff"))
                .put("/v1/records/" + record + "/decisions/" + candidate.enrolmentId())
                .then()
                .statusCode(200);
        sign(record);
        try (PDDocument signed = pdf("demo-centre", "/v1/records/" + record + "/document")) {
            assertThat(text(signed)).contains("Production convaincante");
        }
    }

    private static String asked(String number, String birthName) {
        return given().contentType("application/x-www-form-urlencoded;charset=UTF-8")
                .formParam("number", number)
                .formParam("birthName", birthName)
                .formParam("bornOn", "2001-02-03")
                .post("/verification")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .extract()
                .asString();
    }

    private static PDDocument pdf(String client, String path) throws Exception {
        Response response = as(client).accept("application/pdf").get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        assertThat(response.contentType()).isEqualTo("application/pdf");
        byte[] bytes = response.asByteArray();
        Path folder = Path.of("target", "printed");
        Files.createDirectories(folder);
        Files.write(folder.resolve(path.replaceAll(".*/", "") + ".pdf"), bytes);
        requireConforming(bytes);
        return Loader.loadPDF(bytes);
    }

    private static String text(PDDocument document) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        return stripper.getText(document).replace('\u00a0', ' ');
    }

    /** What a phone reads from the printed page. */
    private static String scanned(PDDocument document) throws Exception {
        var page = new PDFRenderer(document).renderImageWithDPI(0, 200);
        int[] dots = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(
                                new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), dots))),
                        Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    /** By an independent validator: ISO 19005-3 level A, and what of ISO 14289-1 a machine can check. */
    /** Behind the gateway every request comes from one machine: what counts is the address that the gateway saw. */
    @Test
    void theVerificationIsLimitedForTheAddressThatTheGatewayForwards() {
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            answers.add(verification("192.0.2.1"));
        }
        assertThat(answers).containsOnly(200, 429).contains(429);
        assertThat(verification("192.0.2.2")).isEqualTo(200);
    }

    private static int verification(String forwardedFor) {
        return given().header("X-Forwarded-For", forwardedFor)
                .contentType("application/json")
                .body(Map.of("number", "PAR-2026-00000000-0", "birthName", "Fictif", "bornOn", "2001-02-03"))
                .post("/v1/verifications")
                .statusCode();
    }

    private static void requireConforming(byte[] bytes) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)) {
            try (PDFAParser parser =
                            Foundries.defaultInstance().createParser(new ByteArrayInputStream(bytes), flavour);
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                assertThat(validator.validate(parser).getTestAssertions().stream()
                                .filter(a -> a.getStatus() == TestAssertion.Status.FAILED)
                                .map(a -> a.getRuleId().getClause() + " " + a.getMessage())
                                .distinct())
                        .as(flavour.toString())
                        .isEmpty();
            }
        }
    }
}
