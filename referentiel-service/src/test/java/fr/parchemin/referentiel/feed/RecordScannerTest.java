package fr.parchemin.referentiel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordScannerTest {

    private static final String FEED = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- <FICHE> here is none -->
            <FICHES>
              <VERSION_FLUX>4.1</VERSION_FLUX>
              <NOUVEAU><FICHE>no record</FICHE></NOUVEAU>
              <FICHE><NUMERO_FICHE>RNCP1</NUMERO_FICHE><INTITULE><![CDATA[a </FICHE> b <FICHE> ]] ]]></INTITULE></FICHE>
              <FICHE
                 a="b"><!-- </FICHE> --><NUMERO_FICHE> RS2
              </NUMERO_FICHE></FICHE ><FICHE/><VIDE/>
            </FICHES>
            <!-- and no more -->
            """;

    @Test
    void cutsRecordsOutOfWhateverStandsAround() {
        assertCuts(new RecordScanner(stream(FEED.replace("<FICHE/>", ""))));
    }

    @Test
    void cutsTheSameHoweverTheBytesArrive() {
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            assertCuts(new RecordScanner(new InputStream() {
                private final InputStream in = stream(FEED.replace("<FICHE/>", ""));

                @Override
                public int read() throws IOException {
                    return in.read();
                }

                @Override
                public int read(byte[] into, int from, int length) throws IOException {
                    return in.read(into, from, Math.min(length, 1 + random.nextInt(3)));
                }
            }));
        }
    }

    private static void assertCuts(RecordScanner scanner) {
        List<RawRecord> records = all(scanner);
        assertThat(records).extracting(RawRecord::line).containsExactly(6, 7);
        assertThat(records).extracting(RawRecord::number).containsExactly("RNCP1", "RS2");
        assertThat(new String(records.getFirst().bytes(), StandardCharsets.UTF_8))
                .startsWith("<FICHE><NUMERO")
                .endsWith("]]></INTITULE></FICHE>");
        assertThat(scanner.version()).isEqualTo("4.1");
        assertThat(scanner.unknownTags()).containsOnlyKeys("NOUVEAU", "VIDE");
    }

    @Test
    void keepsNothingOfWhatIsBehind() {
        String record = "<FICHE><NUMERO_FICHE>RNCP%d</NUMERO_FICHE><T>" + "x".repeat(9_000) + "</T></FICHE>\n";
        StringBuilder feed = new StringBuilder("<FICHES>\n");
        for (int i = 1; i <= 500; i++) {
            feed.append(record.formatted(i));
        }
        List<RawRecord> records = all(new RecordScanner(stream(feed + "</FICHES>")));
        assertThat(records).hasSize(500);
        assertThat(records.getLast().number()).isEqualTo("RNCP500");
        assertThat(records.getLast().line()).isEqualTo(501);
        assertThat(records.get(300).digest()).isNotEqualTo(records.get(301).digest());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nothing at all                     | ''                                            | no element FICHES
            another document                   | <html/>                                       | root element is not FICHES
            a document type                    | <!DOCTYPE a><FICHES/>                         | no document type
            an entity bomb                     | <!DOCTYPE a [<!ENTITY b 'c'>]><FICHES/>       | no document type
            another encoding                   | <?xml version='1.0' encoding='latin1'?><FICHES/> | not in latin1
            breaks off between records         | <FICHES><FICHE></FICHE>                       | breaks off
            breaks off within a record         | <FICHES><FICHE><A>                            | breaks off within a record
            breaks off within CDATA            | <FICHES><FICHE><![CDATA[</FICHE></FICHES>     | not well-formed
            a record within a record           | <FICHES><FICHE><FICHE></FICHE></FICHES>       | FICHE within a FICHE
            an end without a beginning         | <FICHES></A></FICHES>                         | nothing opened
            """)
    void refusesWhatIsNoFeed(String what, String feed, String message) {
        assertThatThrownBy(() -> all(new RecordScanner(stream(feed))))
                .as(what)
                .isInstanceOf(FeedException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("at line 1");
    }

    private static List<RawRecord> all(RecordScanner scanner) {
        List<RawRecord> records = new ArrayList<>();
        for (RawRecord r = scanner.next(); r != null; r = scanner.next()) {
            records.add(r);
        }
        return records;
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
