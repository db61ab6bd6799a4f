package fr.parchemin.referentiel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parchemin.kit.test.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Exports of the registers with invented sheets, sent in as a certifier does. */
public final class Imports {

    public static final String RNCP = "export_fiches_RNCP_V4_1_%s.xml";
    public static final String RS = "export_fiches_RS_V4_1_%s.xml";

    /** Every test imports on a later day than the one before, and under numbers of its own. */
    private static final AtomicInteger DAY = new AtomicInteger();

    private static final AtomicInteger NUMBER = new AtomicInteger(500_000);

    private Imports() {}

    /** A day that is later by ten than the one given before. */
    public static LocalDate nextDay() {
        return LocalDate.of(2021, 1, 1).plusDays(DAY.addAndGet(10));
    }

    /** A number that was not given before. */
    public static String nextNumber(String register) {
        return register + NUMBER.incrementAndGet();
    }

    /** Sends a file in and waits for its end. */
    public static JsonPath imported(String name, byte[] file) {
        return imported("", name, file);
    }

    /** The same with a query, such as {@code ?force=true}. */
    public static JsonPath imported(String query, String name, byte[] file) {
        Response sent = send(query, name, file);
        sent.then().statusCode(202);
        String id = sent.path("id");
        assertThat(sent.header("Location")).endsWith("/v1/imports/" + id);
        return ended(id);
    }

    /** The import when it has ended. */
    public static JsonPath ended(String id) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> certifier().get("/v1/imports/" + id).jsonPath(), i -> i.getString("endedAt") != null);
    }

    /** A file that ended a moment ago may still count as under way. */
    public static Response send(String query, String name, byte[] file) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> certifier().multiPart("file", name, file).post("/v1/imports" + query),
                        r -> r.statusCode() != 409);
    }

    public static RequestSpecification certifier() {
        return given().auth().oauth2(Tokens.of("demo-certifier"));
    }

    public static byte[] feed(String... records) {
        return text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<FICHES><VERSION_FLUX>4.1</VERSION_FLUX>\n"
                + String.join("\n", records) + "\n</FICHES>");
    }

    public static String fiche(String number, String title) {
        return "<FICHE><ID_FICHE>7</ID_FICHE><NUMERO_FICHE>" + number + "</NUMERO_FICHE><INTITULE><![CDATA[" + title
                + "]]></INTITULE><TAG_INCONNU>x</TAG_INCONNU><BLOCS_COMPETENCES><BLOC_COMPETENCES><CODE>" + number
                + "BC01</CODE><LIBELLE>Bloc un</LIBELLE></BLOC_COMPETENCES></BLOCS_COMPETENCES>"
                + "<PARTENAIRES><PARTENAIRE><NOM_PARTENAIRE>Fictif</NOM_PARTENAIRE></PARTENAIRE></PARTENAIRES>"
                + "<ACTIF>Oui</ACTIF></FICHE>";
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
