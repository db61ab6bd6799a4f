package fr.parchemin.localstack.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class RegisterTest {

    private static final LocalDate DAY_0 = LocalDate.of(2026, 11, 20);
    private static final int SHEETS = 3_000;

    private static final Pattern SHEET = Pattern.compile("<FICHE>.*?</FICHE>", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("<NUMERO_FICHE>((?:RNCP|RS)\\d+)</NUMERO_FICHE>");

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherOneOthers() throws IOException {
        assertThat(xml(1, Kind.RNCP, 0)).isEqualTo(xml(1, Kind.RNCP, 0)).isNotEqualTo(xml(2, Kind.RNCP, 0));
        assertThat(csv(1)).isEqualTo(csv(1)).isNotEqualTo(csv(2));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theXmlIsWellFormedAndCountsAsPublished(Kind kind) throws Exception {
        Volume volume = Volume.of(kind, SHEETS);

        Document feed = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml(1, kind, 0).getBytes(UTF_8)));

        assertThat(feed.getDocumentElement().getTagName()).isEqualTo("FICHES");
        assertThat(count(feed, "FICHE", "FICHES")).isEqualTo(volume.sheets());
        assertThat(count(feed, "BLOC_COMPETENCES", "BLOCS_COMPETENCES")).isEqualTo(volume.blocks());
        assertThat(count(feed, "PARTENAIRE", "PARTENAIRES")).isEqualTo(volume.partners());
        assertThat(count(feed, "CERTIFICATEUR", "CERTIFICATEURS")).isEqualTo(volume.certifiers());
        NodeList running = feed.getElementsByTagName("ACTIF");
        int active = 0;
        for (int i = 0; i < running.getLength(); i++) {
            if (running.item(i).getParentNode() instanceof Element parent
                    && parent.getTagName().equals("FICHE")
                    && running.item(i).getTextContent().equals("Oui")) {
                active++;
            }
        }
        assertThat(active).isEqualTo(volume.active());
    }

    @Test
    void numbersAreUniqueAndNeverThoseOfTheShippedRecordAndItsForerunner() {
        assertThat(IntStream.range(0, 40_000).map(Kind.RS::number).boxed()).doesNotHaveDuplicates();
        assertThat(IntStream.range(0, 40_000).map(Kind.RNCP::number).boxed())
                .doesNotHaveDuplicates()
                .doesNotContain(35_313, 37_722);
    }

    @Test
    void theWholeIsAsLargeAsThePublishedOne() {
        assertThat(Volume.of(Kind.RNCP, Volume.PUBLISHED))
                .isEqualTo(new Volume(25_638, 5_518, 55_761, 298_331, 60_290));
        assertThat(Volume.of(Kind.RS, Volume.PUBLISHED)).isEqualTo(new Volume(4_837, 1_471, 0, 99_443, 5_577));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theNextDayDiffersInOneOfTwoHundred(Kind kind) throws IOException {
        Map<String, String> before = sheets(xml(1, kind, 0));
        Map<String, String> after = sheets(xml(1, kind, 1));

        List<String> gone =
                before.keySet().stream().filter(n -> !after.containsKey(n)).toList();
        List<String> added =
                after.keySet().stream().filter(n -> !before.containsKey(n)).toList();
        long changed = before.entrySet().stream()
                .filter(e -> after.containsKey(e.getKey()) && !e.getValue().equals(after.get(e.getKey())))
                .count();

        assertThat(gone).hasSize(1);
        assertThat(added).hasSize(1);
        assertThat(changed + gone.size()).isEqualTo(Outlines.changedADay(before.size()));
    }

    @Test
    void theMessOfThePublishedFeedIsThere() throws IOException {
        String rncp = xml(1, Kind.RNCP, 0);

        assertThat(rncp)
                .contains("&amp;", "’", "<![CDATA[", "<MODALITE_INCONNUE>", "<br />", "&nbsp;")
                .contains("<ETAT_HABILITATION>Supprimé</ETAT_HABILITATION>", "<ID_FICHE_ANCIENNE_CERTIFICATION>RNCP")
                .contains("<ID_FICHE_NOUVELLE_CERTIFICATION>RS");
        List<String> sirets = Pattern.compile("<SIRET_PARTENAIRE>(.*?)</SIRET_PARTENAIRE>")
                .matcher(rncp)
                .results()
                .map(r -> r.group(1))
                .distinct()
                .toList();
        long valid = sirets.stream().filter(RegisterTest::luhn).count();
        assertThat(valid).isBetween(sirets.size() * 99L / 100, sirets.size() - 1L);
        assertThat(sirets).anyMatch(s -> s.length() == 13);
    }

    @Test
    void theCsvArchiveHoldsTenFilesWithTheMarksOfThePublishedOnes() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(csv(1)), UTF_8)) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                files.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        }

        assertThat(files).hasSize(10).containsKey("export_fiches_CSV_Standard_2026_11_20.csv");
        assertThat(lines(files, "Standard")).isEqualTo(SHEETS + 1);
        assertThat(lines(files, "Partenaires"))
                .isEqualTo(Volume.of(Kind.RNCP, SHEETS).partners()
                        + Volume.of(Kind.RS, SHEETS).partners()
                        + 1);
        assertThat(files.values())
                .allSatisfy(text ->
                        assertThat(text).startsWith("\"").endsWith("\r\n").doesNotContainPattern("[^\r]\n"));
        assertThat(files.get("export_fiches_CSV_Certificateurs_2026_11_20.csv")).contains("\"\t");
        assertThat(files.get("export_fiches_CSV_Rome_2026_11_20.csv")).contains("''");
    }

    @Test
    void aDayIsWrittenAsTheCalendarHasIt() {
        for (int day = -10_000; day < 40_000; day += 13) {
            LocalDate date = LocalDate.ofEpochDay(day);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            flush(new Bytes().day(day), out);
            assertThat(out.toString(UTF_8))
                    .isEqualTo("%02d/%02d/%d".formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear()));
        }
    }

    private static void flush(Bytes bytes, ByteArrayOutputStream out) {
        try {
            bytes.flushTo(out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String xml(long seed, Kind kind, int day) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Register(seed, SHEETS, day, DAY_0).writeXml(kind, out);
        return out.toString(UTF_8);
    }

    private static byte[] csv(long seed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Register(seed, SHEETS, 0, DAY_0).writeCsv(out);
        return out.toByteArray();
    }

    private static Map<String, String> sheets(String xml) {
        Map<String, String> sheets = new LinkedHashMap<>();
        SHEET.matcher(xml).results().map(r -> r.group()).forEach(sheet -> {
            Matcher number = NUMBER.matcher(sheet);
            assertThat(number.find()).isTrue();
            sheets.put(number.group(1), sheet);
        });
        return sheets;
    }

    private static int count(Document feed, String tag, String parent) {
        NodeList found = feed.getElementsByTagName(tag);
        int count = 0;
        for (int i = 0; i < found.getLength(); i++) {
            if (found.item(i).getParentNode().getNodeName().equals(parent)) {
                count++;
            }
        }
        return count;
    }

    private static long lines(Map<String, String> files, String name) {
        return Objects.requireNonNull(files.get("export_fiches_CSV_" + name + "_2026_11_20.csv"))
                .lines()
                .count();
    }

    private static boolean luhn(String siret) {
        int sum = 0;
        for (int i = 0; i < siret.length(); i++) {
            int digit = Character.digit(siret.charAt(siret.length() - 1 - i), 10) * (1 + i % 2);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return siret.matches("\\d{13,14}") && sum % 10 == 0;
    }
}
