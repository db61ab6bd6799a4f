package fr.parchemin.results.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.parchemin.results.WatchedResponse;
import fr.parchemin.results.survey.Measure;
import fr.parchemin.results.survey.Wave;
import java.io.IOException;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;

class ExportFiguresTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CohortView COHORT = new CohortView(
            "RNCP37722",
            2022,
            CohortView.Source.PUBLISHED_BY_SOURCE,
            CohortView.State.FROZEN,
            null,
            247,
            0,
            List.of(
                    RateView.published(Measure.EMPLOYMENT, Wave.P6M, 33),
                    RateView.published(Measure.TARGET_JOB, Wave.P6M, 26),
                    RateView.published(Measure.TARGET_JOB, Wave.P24M, 72)));

    /** Breaks off after the first year. */
    private static void broken(ExportFigures.Receiver receiver) throws IOException, XMLStreamException {
        receiver.receive(COHORT);
        throw new IllegalStateException("fictif");
    }

    @Test
    void whatBreaksOffIsNeitherClosedNorFinished() {
        WatchedResponse lines = new WatchedResponse();
        assertThatThrownBy(() -> ExportFigures.lines(ExportFiguresTest::broken, JSON, lines))
                .hasMessage("fictif");
        WatchedResponse csv = new WatchedResponse();
        assertThatThrownBy(() -> ExportFigures.csv(ExportFiguresTest::broken, csv))
                .hasMessage("fictif");
        WatchedResponse xml = new WatchedResponse();
        assertThatThrownBy(() -> ExportFigures.xml(ExportFiguresTest::broken, xml))
                .hasMessage("fictif");
        for (WatchedResponse response : List.of(lines, csv, xml)) {
            assertThat(response.closed()).isFalse();
            // Nothing left yet, so that a problem can still be told.
            assertThat(response.text()).isEmpty();
        }
    }

    @Test
    void whatComesToItsEndIsWhole() throws IOException {
        WatchedResponse lines = new WatchedResponse();
        ExportFigures.lines(receiver -> receiver.receive(COHORT), JSON, lines);
        assertThat(lines.text()).endsWith("}\n");
        WatchedResponse csv = new WatchedResponse();
        ExportFigures.csv(receiver -> receiver.receive(COHORT), csv);
        assertThat(csv.text()).endsWith("\r\n");
        WatchedResponse xml = new WatchedResponse();
        ExportFigures.xml(receiver -> receiver.receive(COHORT), xml);
        assertThat(xml.text()).endsWith("</FICHES>");
    }
}
