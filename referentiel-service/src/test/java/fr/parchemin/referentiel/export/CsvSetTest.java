package fr.parchemin.referentiel.export;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.referentiel.RandomSheets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** The ten files as one zip. Their content is looked at through the API, see {@code ExportTest}. */
class CsvSetTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);
    private static final int SHEETS = 20_000;

    private final RandomSheets random = new RandomSheets(20261129);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void theFirstBytesAreOnTheirWayLongBeforeAllIsRead() throws IOException {
        try (CsvSet set = new CsvSet(out, DAY)) {
            for (int i = 0; i < SHEETS; i++) {
                set.add(random.sheet("RNCP" + (800_000 + i)), random.partners());
                if (i == SHEETS / 2) {
                    assertThat(out.size()).isGreaterThan(8_192);
                }
            }
            set.end();
        }
        int files = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            while (zip.getNextEntry() != null) {
                files++;
            }
        }
        assertThat(files).isEqualTo(10);
    }

    @Test
    void aSetThatBreaksOffIsNoZip() throws IOException {
        try (CsvSet set = new CsvSet(out, DAY)) {
            set.add(random.sheet("RNCP800000"), random.partners());
        }
        // Less than a server keeps back: it can still answer with a problem instead.
        assertThat(out.size()).isLessThan(1_024);
    }
}
