package fr.parchemin.results.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.parchemin.results.WatchedResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamResultsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ResearchResultView RESULT = new ResearchResultView(
            "fictif", "RNCP37722", "TITLE", null, "CONTINUING", "AWARDED", true, List.of(), null, "84", "2026-11");

    /** Breaks off after the first result. */
    private static void broken(StreamResults.Receiver receiver) throws IOException {
        receiver.receive(RESULT);
        throw new IllegalStateException("fictif");
    }

    @Test
    void whatBreaksOffIsNeitherClosedNorFinished() {
        WatchedResponse lines = new WatchedResponse();
        assertThatThrownBy(() -> StreamResults.lines(StreamResultsTest::broken, JSON, lines))
                .hasMessage("fictif");
        WatchedResponse csv = new WatchedResponse();
        assertThatThrownBy(() -> StreamResults.csv(StreamResultsTest::broken, csv))
                .hasMessage("fictif");
        for (WatchedResponse response : List.of(lines, csv)) {
            assertThat(response.closed()).isFalse();
            // Nothing left yet, so that a problem can still be told.
            assertThat(response.text()).isEmpty();
        }
    }

    @Test
    void whatComesToItsEndIsWhole() throws IOException {
        WatchedResponse lines = new WatchedResponse();
        StreamResults.lines(receiver -> receiver.receive(RESULT), JSON, lines);
        assertThat(lines.text()).endsWith("}\n");
        WatchedResponse csv = new WatchedResponse();
        StreamResults.csv(receiver -> receiver.receive(RESULT), csv);
        assertThat(csv.text()).endsWith(",84,2026-11\r\n");
    }
}
