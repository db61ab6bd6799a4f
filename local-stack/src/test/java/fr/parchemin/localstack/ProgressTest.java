package fr.parchemin.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @Test
    void writesALineForEachPartThatIsDoneWhereNobodyWatches() {
        try (Progress progress = on(false)) {
            progress.begin("Kafka", "starting");
            progress.begin("session", "starting");
            progress.end("session", "ready");
            progress.end("Kafka", "ready");
        }

        assertThat(screen.toString(UTF_8).lines())
                .hasSize(2)
                .allMatch(l -> l.matches("  (session|Kafka) +ready +\\d+\\.\\d s"));
    }

    @Test
    void drawsEveryLineAgainInItsPlaceOnATerminal() {
        try (Progress progress = on(true)) {
            progress.begin("Kafka", "starting");
            progress.end("Kafka", "ready");
        }

        String shown = screen.toString(UTF_8);
        String last = shown.substring(shown.lastIndexOf("\r\u001b[2K  Kafka"));
        assertThat(last.replace("\r\u001b[2K", "").lines())
                .satisfiesExactly(l -> assertThat(l).matches("  Kafka +ready +0\\.\\d s"), l -> assertThat(l)
                        .isEqualTo("  session      waiting"));
    }

    private Progress on(boolean terminal) {
        return new Progress(new PrintStream(screen, true, UTF_8), terminal, List.of("Kafka", "session"));
    }
}
