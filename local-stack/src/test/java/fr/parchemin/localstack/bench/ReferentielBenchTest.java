package fr.parchemin.localstack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.localstack.Ports;
import fr.parchemin.localstack.StackException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.xml.stream.XMLInputFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReferentielBenchTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @SuppressWarnings("NullAway.Init")
    private FakeReferentiel fake;

    @BeforeEach
    void start() throws IOException {
        fake = new FakeReferentiel();
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void sheetsAreReadOnAllPagesAndWhatIsRefusedIsNotCounted() {
        assertThat(run(new SheetBench())).isEqualTo(1);

        assertThat(fake.asked)
                .contains("/v1/certifications/RNCP1", "/v1/certifications/RNCP2", "/v1/certifications/RS3");
        assertThat(out.toString())
                .contains(
                        "3 sheets, 4 connections",
                        "answers other than 200",
                        "There is no baseline: the service was started without parchemin.bench.fixed-sheets=true.");
    }

    @Test
    void sheetsAreComparedWithFixedBytesWhereThereAreSome() {
        fake.hasBaseline = true;

        run(new SheetBench());

        assertThat(out.toString()).containsPattern("sheets per second are \\d+\\.\\d\\d × those of the fixed bytes");
    }

    @Test
    void searchesAreComparedWithTheListWithoutWords() {
        assertThat(run(new SearchBench())).isZero();

        assertThat(fake.asked)
                .contains(
                        "/v1/certifications?active=true&level=3",
                        "/v1/certifications?active=true&level=3&q=m%C3%A9diation+sociale",
                        "/v1/certifications?active=true&level=4&q=mediation+sociale",
                        "/v1/certifications?active=true&level=5&q=m%C3%A9iation+sociale",
                        "/v1/certifications?active=true&level=6&q=m%C3%A9idation+sociale");
        assertThat(out.toString())
                .containsPattern("median \\d+\\.\\d\\d ×, p99 \\d+\\.\\d\\d × that of the list without words");
    }

    @Test
    void thereAreTwoHundredQueries() {
        assertThat(SearchQueries.all()).hasSize(200);
    }

    @Test
    void aSystemThatDoesNotRunIsOneLine() {
        URI nobody = URI.create("http://127.0.0.1:" + Ports.free());
        for (Callable<Integer> bench : List.of(new SheetBench(), new SearchBench())) {
            run(bench, "--referentiel", nobody.toString());
        }

        assertThat(err.toString().lines().distinct())
                .containsExactly("No référentiel answers at " + nobody
                        + ": start the system with ./parchemin up, or name another with --referentiel.");
    }

    @Test
    void theBarePassSeesEveryElement(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("feed.xml");
        Files.writeString(file, "<FICHES><A>x</A><A><![CDATA[y]]></A></FICHES>");

        assertThat(BareStax.read(XMLInputFactory.newDefaultFactory(), file)).isEqualTo(3);
    }

    private int run(Callable<Integer> bench, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--referentiel", fake.address().toString(), "--clients", "4", "--warm-up", "0", "--seconds", "1"));
        arguments.addAll(List.of(more));
        return new CommandLine(bench)
                .setOverwrittenOptionsAllowed(true)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    assertThat(e).isInstanceOf(StackException.class);
                    command.getErr().println(e.getMessage());
                    return 1;
                })
                .execute(arguments.toArray(String[]::new));
    }
}
