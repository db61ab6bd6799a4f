package fr.parchemin.referentiel.imports;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.referentiel.Imports;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ReadRecordsTest {

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whoeverWaitsForRecordsLearnsOfAnError() {
        InputStream file =
                new SequenceInputStream(new ByteArrayInputStream(Imports.text("<FICHES><FICHE>")), new InputStream() {
                    @Override
                    public int read() {
                        throw new OutOfMemoryError("as if");
                    }
                });
        try (ReadRecords records = new ReadRecords(file, Map.of())) {
            assertThatThrownBy(records::next).hasRootCauseMessage("as if");
        }
    }
}
