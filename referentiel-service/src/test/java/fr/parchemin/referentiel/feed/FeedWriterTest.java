package fr.parchemin.referentiel.feed;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.referentiel.RandomSheets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The feed as it is written. What it says is looked at through the API, see {@code ExportTest}. */
class FeedWriterTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void anEndedFeedIsWhole() throws IOException {
        FeedWriter feed = new FeedWriter(out);
        feed.write(new RandomSheets(1).sheet("RNCP800000"), List.of());
        feed.end();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("<?xml").endsWith("</FICHES>");
    }

    @Test
    void whatIsLeftOfAFeedThatBreaksOffAtOnceIsNotSent() throws IOException {
        new FeedWriter(out);
        assertThat(out.size()).isZero();
    }
}
