package fr.parchemin.referentiel.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportTallyTest {

    @Test
    void warningsWithoutEndHideNoRejection() {
        ImportTally tally = new ImportTally(Map.of());
        for (int i = 0; i <= ImportTally.MOST_FINDINGS; i++) {
            tally.warn("RNCP1", i, "odd");
        }
        tally.rejected("RNCP2", 1, "no title");

        assertThat(tally.findings()).hasSize(ImportTally.MOST_FINDINGS + 1);
        assertThat(tally.findings().getLast().number()).isEqualTo("RNCP2");
    }
}
