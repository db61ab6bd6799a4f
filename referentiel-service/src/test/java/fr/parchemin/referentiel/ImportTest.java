package fr.parchemin.referentiel;

import static fr.parchemin.referentiel.Imports.RNCP;
import static fr.parchemin.referentiel.Imports.RS;
import static fr.parchemin.referentiel.Imports.certifier;
import static fr.parchemin.referentiel.Imports.feed;
import static fr.parchemin.referentiel.Imports.fiche;
import static fr.parchemin.referentiel.Imports.imported;
import static fr.parchemin.referentiel.Imports.send;
import static fr.parchemin.referentiel.Imports.text;
import static fr.parchemin.referentiel.Imports.zip;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import fr.parchemin.kit.test.EventContract;
import fr.parchemin.kit.test.KafkaProbe;
import fr.parchemin.kit.test.ParcheminTestResource;
import fr.parchemin.kit.test.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NodeList;

/** Exports of the registers: taken whole or not at all, and told of. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class ImportTest {

    private final String day = Imports.nextDay().toString();
    private final String a = Imports.nextNumber("RNCP");
    private final String b = Imports.nextNumber("RNCP");

    @Test
    void takesAnExportWholeAndTellsOfIt() {
        String bad = "<FICHE><NUMERO_FICHE>XYZ</NUMERO_FICHE><INTITULE>t</INTITULE></FICHE>";
        JsonPath done = imported(RNCP.formatted(day), feed(fiche(a, "Zorvateur"), bad, fiche(b, "Quimbleuse")));

        assertThat(done.getString("state")).isEqualTo("DONE");
        assertThat(done.getString("exportDate")).isEqualTo(day);
        assertThat(done.getString("version")).isEqualTo("4.1");
        assertThat(done.getInt("counts.read")).isEqualTo(3);
        assertThat(done.getInt("counts.created")).isEqualTo(2);
        assertThat(done.getInt("counts.rejected")).isEqualTo(1);
        assertThat(done.getMap("unknownTags")).hasToString("{TAG_INCONNU=2}");
        certifier()
                .get("/v1/imports/" + done.getString("id") + "/report")
                .then()
                .statusCode(200)
                .body("items.findAll { it.kind == 'REJECTED' }", hasSize(1))
                .body("items.find { it.kind == 'REJECTED' }.line", equalTo(4))
                .body("items.find { it.kind == 'REJECTED' }.number", equalTo("XYZ"));
        given().get("/v1/certifications/" + b)
                .then()
                .statusCode(200)
                .body("title", equalTo("Quimbleuse"))
                .body("source.date", equalTo(day))
                .body("blocks", hasSize(1));
        given().get("/v1/certifications/" + a + "/history")
                .then()
                .statusCode(200)
                .body("items.kind", equalTo(List.of("CREATED")));
        List<KafkaProbe.Event> told = KafkaProbe.await(
                "parchemin.certifications", 2, e -> List.of(a, b).contains(e.key()));
        EventContract.requireValid(told);
        assertThat(told).extracting(KafkaProbe.Event::name).containsOnly("CertificationPublished");
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        byte[] feed = feed(fiche(a, "Zorvateur"), fiche(b, "Quimbleur"));
        imported(RNCP.formatted(day), feed);
        String tag = given().get("/v1/certifications/" + a).header("ETag");

        JsonPath again = imported(RNCP.formatted(day), feed);

        assertThat(again.getInt("counts.unchanged")).isEqualTo(2);
        assertThat(again.getInt("counts.created") + again.getInt("counts.updated") + again.getInt("counts.missing"))
                .isZero();
        assertThat(given().get("/v1/certifications/" + a).header("ETag")).isEqualTo(tag);
    }

    @Test
    void otherBytesThatSayTheSameChangeNothing() {
        imported(RNCP.formatted(day), feed(fiche(a, "Zorvateur")));
        JsonPath again = imported(
                RNCP.formatted(day),
                feed(fiche(a, "Zorvateur").replace("><", ">\n  <").replace("<FICHE>", "<FICHE >")));
        assertThat(again.getInt("counts.unchanged")).isEqualTo(1);
    }

    @Test
    void recordsWhatChangedAndWhatIsGone() {
        imported(RNCP.formatted(day), feed(fiche(a, "Zorvateur"), fiche(b, "Quimbleur")));
        String next = LocalDate.parse(day).plusDays(1).toString();
        JsonPath done =
                imported(RNCP.formatted(next), feed(fiche(a, "Zorvatrice").replace("<ACTIF>Oui", "<ACTIF>Non")));

        assertThat(done.getInt("counts.closed")).isEqualTo(1);
        assertThat(done.getInt("counts.missing")).isGreaterThanOrEqualTo(1);
        given().get("/v1/certifications/" + a + "/history")
                .then()
                .body("items[0].kind", equalTo("CLOSED"))
                .body("items[0].date", equalTo(next))
                .body("items[0].fields.find { it.field == 'title' }.before", equalTo("Zorvateur"))
                .body("items[0].fields.find { it.field == 'title' }.after", equalTo("Zorvatrice"))
                .body("items[0].fields.find { it.field == 'active' }.after", equalTo(false));
        given().get("/v1/certifications/" + b + "/history").then().body("items[0].kind", equalTo("MISSING"));
        given().get("/v1/certifications/" + b).then().statusCode(200);
        List<KafkaProbe.Event> told =
                KafkaProbe.await("parchemin.certifications", 2, e -> e.key().equals(a));
        assertThat(told)
                .extracting(KafkaProbe.Event::name)
                .containsExactly("CertificationPublished", "CertificationClosed");

        String later = LocalDate.parse(day).plusDays(2).toString();
        imported(RNCP.formatted(later), feed(fiche(b, "Quimbleur")));
        given().get("/v1/certifications/" + b + "/history").then().body("items[0].kind", equalTo("RETURNED"));
    }

    @Test
    void aNumberThatIsNoneSaysNothingOfTheOtherRegister() {
        String rs = Imports.nextNumber("RS");
        imported(RS.formatted(day), feed(fiche(rs, "Zorvage")));
        imported(RNCP.formatted(day), feed(fiche(a, "Zorvateur")));

        JsonPath done = imported(
                RNCP.formatted(LocalDate.parse(day).plusDays(1)),
                feed(fiche(a, "Zorvateur"), fiche("37722", "Sans lettres"), fiche("RNCP12X", "Sans chiffre")));

        assertThat(done.getInt("counts.rejected")).isEqualTo(2);
        assertThat(done.getInt("counts.missing")).isZero();
        assertThat(done.getList("registers")).isEqualTo(List.of("RNCP"));
        given().get("/v1/certifications/" + rs + "/history").then().body("items.kind", equalTo(List.of("CREATED")));
    }

    @Test
    void anOlderExportIsRefusedUnlessForced() {
        imported(RNCP.formatted(day), feed(fiche(a, "Nouveau")));
        String older = LocalDate.parse(day).minusDays(1).toString();

        JsonPath refused = imported(RNCP.formatted(older), feed(fiche(a, "Ancien")));
        assertThat(refused.getString("state")).isEqualTo("REFUSED");
        assertThat(refused.getString("problem.detail")).contains(older, day, "force=true");
        given().get("/v1/certifications/" + a).then().body("title", equalTo("Nouveau"));

        assertThat(imported("?force=true", RNCP.formatted(older), feed(fiche(a, "Ancien")))
                        .getString("state"))
                .isEqualTo("DONE");
        given().get("/v1/certifications/" + a).then().body("title", equalTo("Ancien"));
    }

    @Test
    void anExportOfADayToComeIsRefused() {
        refused(RNCP.formatted("2096-11-23"), feed(fiche(a, "Mal daté")), "2096-11-23, which is still to come");

        assertThat(imported(RNCP.formatted(day), feed(fiche(a, "Zorvateur"))).getString("state"))
                .isEqualTo("DONE");
    }

    @Test
    void aDryRunReportsAndChangesNothing() {
        JsonPath done = imported("?dryRun=true", RNCP.formatted(day), feed(fiche(a, "Zorvateur")));
        assertThat(done.getString("state")).isEqualTo("DONE");
        assertThat(done.getInt("counts.created")).isEqualTo(1);
        given().get("/v1/certifications/" + a).then().statusCode(404);
    }

    @Test
    void aDoubleIsKeptOut() {
        JsonPath done = imported(
                RNCP.formatted(day),
                feed(fiche(a, "Un"), fiche(a, "Deux"), fiche(b, "Trois").replace("</BLOCS_COMPETENCES>", """
                                <BLOC_COMPETENCES><CODE>01</CODE></BLOC_COMPETENCES>
                                <BLOC_COMPETENCES><CODE>01</CODE></BLOC_COMPETENCES></BLOCS_COMPETENCES>""")));
        assertThat(done.getInt("counts.created")).isEqualTo(1);
        assertThat(done.getInt("counts.rejected")).isEqualTo(2);
        given().get("/v1/certifications/" + a).then().body("title", equalTo("Un"));
        certifier()
                .get("/v1/imports/" + done.getString("id") + "/report")
                .then()
                .body("items.reason", hasItem("The file holds this number twice."))
                .body("items.reason", hasItem("Two blocks have the code 01."));
    }

    @Test
    void whatHasNoFieldGoesBackToItsPlace() {
        String odd = fiche(a, "Zorvateur")
                .replace("<PARTENAIRE>", "<PARTENAIRE><DATE_ACTIF>2023</DATE_ACTIF>")
                .replace("<BLOCS_COMPETENCES>", """
                        <SI_JURY_FC><ACTIF>parfois</ACTIF></SI_JURY_FC><DATE_EFFET>bientôt</DATE_EFFET>
                        <CERTIFICATEURS><NOTE>n</NOTE><CERTIFICATEUR><NOM_CERTIFICATEUR>FICTIF 1</NOM_CERTIFICATEUR>
                        <DATE_DERNIERE_MODIFICATION_ETAT>01/02/2023</DATE_DERNIERE_MODIFICATION_ETAT></CERTIFICATEUR>
                        <CERTIFICATEUR><ETAT_CERTIFICATEUR>En sommeil</ETAT_CERTIFICATEUR><NOM_CERTIFICATEUR>FICTIF 2
                        </NOM_CERTIFICATEUR></CERTIFICATEUR></CERTIFICATEURS><CORRESPONDANCES><CORRESPONDANCE><SOURCE>
                        <BLOC_COMPETENCES><LIBELLE>Sans code</LIBELLE></BLOC_COMPETENCES></SOURCE><DESTINATION>
                        <NUMERO_FICHE>37722</NUMERO_FICHE></DESTINATION></CORRESPONDANCE></CORRESPONDANCES>
                        <STATISTIQUES_PROMOTIONS><STATISTIQUES_PROMOTION><NOMBRE_CERTIFIES>3</NOMBRE_CERTIFIES>
                        </STATISTIQUES_PROMOTION><STATISTIQUES_PROMOTION><TAUX_INSERTION_METIER_2ANS>45,5</TAUX_INSERTION_METIER_2ANS>
                        <ANNEE>2022</ANNEE></STATISTIQUES_PROMOTION></STATISTIQUES_PROMOTIONS>
                        <BLOCS_COMPETENCES><BLOC_COMPETENCES><LIBELLE>Sans code</LIBELLE></BLOC_COMPETENCES>""");
        JsonPath done = imported(RNCP.formatted(day), feed(odd));
        assertThat(done.getInt("counts.created")).as(done.prettify()).isEqualTo(1);
        given().get("/v1/certifications/" + a)
                .then()
                .body("certifiers.stateChangedOn", equalTo(Arrays.asList("2023-02-01", null)))
                .body("source.otherFields.name", hasItem("CERTIFICATEURS/CERTIFICATEUR[2]/ETAT_CERTIFICATEUR"));

        byte[] exported = given().accept("application/xml")
                .queryParam("q", a)
                .get("/v1/exports/certifications")
                .asByteArray();

        assertThat(new String(exported, StandardCharsets.UTF_8))
                .contains("parfois", "bientôt", "<NOTE>n", "En sommeil", "45,5", ">2023<", "37722")
                .containsSubsequence("Bloc un", "Sans code", "</BLOCS_COMP", "<SOURCE>", "Sans code", "</SOURCE>");
        assertThat(imported("?dryRun=true", RNCP.formatted(day), exported).getInt("counts.unchanged"))
                .isEqualTo(1);
    }

    @Test
    void takesAZipAndTheOlderShapes() throws IOException {
        String v2 = "<FICHE><NUMERO_FICHE>" + a + "</NUMERO_FICHE><INTITULE>V2</INTITULE>"
                + "<NOMENCLATURE_EUROPE><NIVEAU>NIV4</NIVEAU><INTITULE>Niveau 4</INTITULE></NOMENCLATURE_EUROPE>"
                + "<SI_JURY_FC>Oui</SI_JURY_FC><JURY_FC>Deux personnes</JURY_FC><ACTIF>Oui</ACTIF></FICHE>";
        JsonPath done = imported("export-fiches-rncp-v2-0-" + day + ".zip", zip("x_" + day + ".xml", feed(v2)));
        assertThat(done.getString("state")).isEqualTo("DONE");
        given().get("/v1/certifications/" + a)
                .then()
                .body("level.label", equalTo("Niveau 4"))
                .body("accessRoutes[0].juryComposition", equalTo("Deux personnes"));
    }

    @Test
    void takesTheCsvSet() throws IOException {
        imported(RNCP.formatted(day), feed(fiche(a, "Zorvateur")));
        JsonPath done = imported("export-fiches-csv-" + day + ".zip", csv("Zorvateur", true));
        assertThat(done.getString("state")).as(done.prettify()).isEqualTo("DONE");
        assertThat(done.getString("feed")).isEqualTo("CSV");
        assertThat(done.getInt("counts.created")).isEqualTo(1);
        assertThat(done.getInt("counts.unchanged")).isEqualTo(1);
        given().get("/v1/certifications/" + b)
                .then()
                .body("title", equalTo("Nouveau"))
                .body("active", equalTo(false));

        assertThat(imported("export-fiches-csv-" + day + ".zip", csv("Zorvateur", true))
                        .getInt("counts.unchanged"))
                .isEqualTo(2);
        assertThat(imported("export-fiches-csv-" + day + ".zip", csv("Zorvatrice", true))
                        .getInt("counts.updated"))
                .isEqualTo(1);
        refused("export-fiches-csv-" + day + ".zip", csv("Zorvatrice", false), "of the ten files");
    }

    @Test
    void dropsFromTheCsvSetWhatXmlCannotHold() throws Exception {
        JsonPath done = imported("export-fiches-csv-" + day + ".zip", csv("Zor\u0002va\u0007teur\uffff", true));

        assertThat(done.getInt("counts.created")).as(done.prettify()).isEqualTo(2);
        certifier()
                .get("/v1/imports/" + done.getString("id") + "/report")
                .then()
                .body("items.reason", hasItem("Intitule has control characters: they are dropped"));
        given().get("/v1/certifications/" + a).then().body("title", equalTo("Zorvateur"));
        assertThat(titles(given().accept("application/xml").get("/v1/certifications/" + a)))
                .containsExactly("Zorvateur");
        assertThat(titles(given().accept("application/xml").get("/v1/exports/certifications")))
                .contains("Zorvateur", "Nouveau");
    }

    private static List<String> titles(Response xml) throws Exception {
        xml.then().statusCode(200);
        NodeList found = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.asByteArray()))
                .getElementsByTagName("INTITULE");
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    @Test
    void refusesACsvSetInAnotherEncoding() throws IOException {
        imported(RNCP.formatted(day), feed(fiche(a, "Zorvateur")));
        refused(
                "export-fiches-csv-" + day + ".zip",
                csv("Métier", true, "", StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8),
                "is not in UTF-8");
        given().get("/v1/certifications/" + a).then().body("title", equalTo("Zorvateur"));
        given().get("/v1/certifications/" + b).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"IBM437", "IBM850", "windows-1252"})
    void takesAZipWhoseNamesAreInAnOldCodePage(String names) throws IOException {
        JsonPath done = imported(
                "export-fiches-csv-" + day + ".zip",
                csv("Métier", true, "", StandardCharsets.UTF_8, Charset.forName(names)));

        assertThat(done.getString("state")).as(done.prettify()).isEqualTo("DONE");
        given().get("/v1/certifications/" + a)
                .then()
                .body("title", equalTo("Métier"))
                .body("blocks.label", equalTo(List.of("Bloc un")));
        given().get("/v1/certifications/" + b).then().body("accessRoutes.route", equalTo(List.of("EXPERIENCE")));
    }

    @Test
    void aDoubleInTheCsvSetIsKeptOut() throws IOException {
        JsonPath done = imported(
                "export-fiches-csv-" + day + ".zip",
                csv(
                        "Zorvateur",
                        true,
                        "\"%s\";\"%sBC01\";\"Bloc double\"\n".formatted(a, a),
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_8));
        assertThat(done.getInt("counts.created")).isEqualTo(1);
        assertThat(done.getInt("counts.rejected")).isEqualTo(1);
        certifier()
                .get("/v1/imports/" + done.getString("id") + "/report")
                .then()
                .body("items[0].number", equalTo(a))
                .body("items[0].line", equalTo(2))
                .body("items[0].reason", equalTo("Two blocks have the code " + a + "BC01."));
    }

    private byte[] csv(String title, boolean whole) throws IOException {
        return csv(title, whole, "", StandardCharsets.UTF_8, StandardCharsets.UTF_8);
    }

    /** The ten files as they are published: CRLF, quotes, a TAB before a SIRET, names composed or not. */
    private byte[] csv(String title, boolean whole, String moreBlocks, Charset texts, Charset names)
            throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("Standard", """
                Id_Fiche;Numero_Fiche;Intitule;Abrege_Libelle;Abrege_Intitule;Nomenclature_Europe_Niveau;\
                Nomenclature_Europe_Intitule;Accessible_Nouvelle_Caledonie;Accessible_Polynesie_Francaise;Date_dernier_jo;\
                Date_Decision;Date_Fin_Enregistrement;Date_Effet;Type_Enregistrement;Validation_Partielle;Actif
                "7";"%s";"%s";;;;;;;;;;;;;"ACTIVE"
                "8";"%s";"Nouveau";"CQP";"Certificat";;;;;;;;;;;"INACTIVE"
                """.formatted(a, title, b));
        files.put(
                "Blocs_De_Compe\u0301tences",
                "Numero_Fiche;Bloc_Competences_Code;Bloc_Competences_Libelle\n\"" + a + "\";\"" + a
                        + "BC01\";\"Bloc un\"\n" + moreBlocks);
        files.put(
                "Certificateurs",
                "Numero_Fiche;Siret_Certificateur;Nom_Certificateur\n\"" + b + "\";\"\t73282932000074\";\"FICTIF\"\n");
        files.put(
                "Partenaires",
                "Numero_Fiche;Nom_Partenaire;Siret_Partenaire;Habilitation_Partenaire\n\"" + a + "\";\"Fictif\";;\n");
        files.put("Nsf", "Numero_Fiche;Nsf_Code;Nsf_Intitule\n");
        files.put("Formacode", "Numero_Fiche;Formacode_Code;Formacode_Libelle\n");
        files.put("Rome", "Numero_Fiche;Codes_Rome_Code;Codes_Rome_Libelle\n");
        files.put("VoixdAcc\u00e8s", "Numero_Fiche;Si_Jury\n\"" + b + "\";\"Par expérience\"\n");
        files.put("CCN", "Numero_Fiche;Ccn_1_Numero;Ccn_1_Libelle\n");
        if (whole) {
            files.put(
                    "Ancienne_Nouvelle_Certification", "Numero_Fiche;Ancienne_Certification;Nouvelle_Certification\n");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                // Only Unicode has decomposed names.
                String name = names.equals(StandardCharsets.UTF_8)
                        ? file.getKey()
                        : Normalizer.normalize(file.getKey(), Normalizer.Form.NFC);
                zip.putNextEntry(new ZipEntry("export_fiches_CSV_" + name + "_" + day.replace('-', '_') + ".csv"));
                zip.write(file.getValue().replace("\n", "\r\n").getBytes(texts));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void refusesWhatIsNoFeedAndSaysWhy() throws IOException {
        byte[] good = zip("f_" + day + ".xml", feed(fiche(a, "Zorvateur")));
        String name = "f-" + day + ".zip";
        refused(name, new byte[0], "empty");
        refused(name, "hello".getBytes(StandardCharsets.UTF_8), "neither a zip nor XML");
        refused(name, Arrays.copyOf(good, good.length / 2), "damaged");
        refused(name, zip("readme.txt", new byte[10]), "no XML");
        refused(name, encrypted(good), "encrypted");
        refused(name, zip("bomb.xml", bomb()), "swells");
        refused("f-" + day + ".xml", text("<!DOCTYPE FICHES SYSTEM 'file:///etc/passwd'><FICHES/>"), "document type");
        refused("f-" + day + ".xml", text("<html></html>"), "not a feed");
        refused("f-" + day + ".xml", text("<FICHES></FICHES>"), "no certification");
        refused("f-" + day + ".xml", text("<FICHES>" + fiche(a, "x")), "breaks off");
        refused("f-" + day + ".xml", text("<FICHES><FICHE><A></B></FICHE></FICHES>"), "not well-formed");
        refused("f.xml", feed(fiche(a, "x")), "day of the export");
        given().get("/v1/certifications/" + a).then().statusCode(404);
    }

    @Test
    void asksForTheRightRoleAndAFile() {
        given().multiPart("file", "x.xml", text("<FICHES/>"))
                .post("/v1/imports")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.of("demo-centre"))
                .multiPart("file", "x.xml", text("<FICHES/>"))
                .post("/v1/imports")
                .then()
                .statusCode(403);
        certifier()
                .multiPart("other", "x.xml", text("x"))
                .post("/v1/imports")
                .then()
                .statusCode(400);
        certifier()
                .get("/v1/imports/3fa85f64-5717-4562-b3fc-2c963f66afa6")
                .then()
                .statusCode(404);
    }

    @Test
    void followsAnImportToItsEnd() {
        Response sent = send("", RNCP.formatted(day), feed(fiche(a, "Zorvateur")));
        String events = certifier()
                .get("/v1/imports/" + sent.path("id") + "/events")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(events).contains("data:").contains("\"state\":\"DONE\"");
        certifier().get("/v1/imports").then().statusCode(200).body("items.size()", greaterThan(0));
    }

    private void refused(String name, byte[] file, String why) {
        JsonPath ended = imported(name, file);
        assertThat(ended.getString("state")).as(why).isEqualTo("REFUSED");
        assertThat(ended.getString("problem.detail")).contains(why);
    }

    /** The same zip with the flag of encryption set in both headers of its entry. */
    private static byte[] encrypted(byte[] zip) {
        byte[] flagged = zip.clone();
        flagged[6] |= 1;
        for (int i = 0; i < flagged.length - 4; i++) {
            if (flagged[i] == 'P' && flagged[i + 1] == 'K' && flagged[i + 2] == 1 && flagged[i + 3] == 2) {
                flagged[i + 8] |= 1;
            }
        }
        return flagged;
    }

    private static byte[] bomb() {
        byte[] bomb = new byte[40 << 20];
        Arrays.fill(bomb, (byte) ' ');
        System.arraycopy(text("<FICHES>"), 0, bomb, 0, 8);
        return bomb;
    }
}
