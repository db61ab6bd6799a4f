package fr.parchemin.localstack.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.parchemin.localstack.Ports;
import fr.parchemin.localstack.StackException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportCommandTest {

    private static final String RUNNING = """
            {"id":"42","state":"RUNNING","progress":{"bytesRead":25,"bytesTotal":100,"read":50}}""";
    private static final String DONE = """
            {"id":"42","state":"DONE","startedAt":"2026-11-23T10:00:00Z","endedAt":"2026-11-23T10:00:10Z",\
            "progress":{"bytesRead":100,"bytesTotal":100,"read":200},\
            "counts":{"read":200,"created":150,"updated":30,"unchanged":12,"closed":2,"missing":1,"rejected":7}}""";
    private static final String REFUSED = """
            {"id":"42","state":"REFUSED","startedAt":"2026-11-23T10:00:00Z","endedAt":"2026-11-23T10:00:01Z",\
            "problem":{"title":"The file cannot be taken","detail":"It is older\\nthan the last one."}}""";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private FakeGateway fake;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void start() throws IOException {
        fake = new FakeGateway();
        Files.writeString(folder.resolve("feed.xml"), "<FICHES/>");
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void sendsTheFileFollowsItAndShowsTheCountsAndTheFirstRejectedRows() {
        fake.connections.add("data:" + RUNNING + "\n\ndata: " + DONE + "\n\n");
        StringBuilder items = new StringBuilder("{\"kind\":\"WARNING\",\"line\":3,\"reason\":\"odd\"}");
        for (int i = 1; i <= 7; i++) {
            items.append(",{\"kind\":\"REJECTED\",\"number\":\"RNCP%d\",\"line\":%d,\"reason\":\"no title\"}"
                    .formatted(i, 10 * i));
        }
        fake.report = "{\"items\":[" + items + "]}";

        int code = run(folder.resolve("feed.xml").toString(), "--dry-run");

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(fake.requests).contains("POST /v1/imports?dryRun=true&force=false");
        assertThat(fake.received)
                .contains("name=\"file\"; filename=\"feed.xml\"")
                .contains("\r\n\r\n<FICHES/>\r\n--");
        assertThat(out.toString().lines())
                .containsExactly(
                        "Sending feed.xml, 0.0 MB.",
                        "200 records, 20 per second, 100 % of the file, ended after 0 min 10 s",
                        "would be   number",
                        "---------  ------",
                        "read       200",
                        "created    150",
                        "updated    30",
                        "unchanged  12",
                        "closed     2",
                        "missing    1",
                        "rejected   7",
                        "",
                        "Kept out, the first 5 of 7:",
                        "  line 10, RNCP1: no title",
                        "  line 20, RNCP2: no title",
                        "  line 30, RNCP3: no title",
                        "  line 40, RNCP4: no title",
                        "  line 50, RNCP5: no title");
    }

    @Test
    void aConnectionThatEndsEarlyIsMadeAgain() {
        fake.connections.add("data: " + RUNNING + "\n\n");
        fake.connections.add("data: " + DONE + "\n\n");

        assertThat(run(folder.resolve("feed.xml").toString())).isZero();
        assertThat(fake.requests.stream().filter("GET /v1/imports/42/events"::equals))
                .hasSize(2);
    }

    @Test
    void aRefusedFileIsOneLine() {
        fake.connections.add("data: " + REFUSED + "\n\n");

        assertThat(run(folder.resolve("feed.xml").toString())).isEqualTo(1);
        assertThat(out.toString().lines()).containsExactly("Sending feed.xml, 0.0 MB.");
        assertThat(err.toString().lines()).containsExactly("The file cannot be taken: It is older than the last one.");
    }

    @Test
    void aRequestThatIsNotAcceptedIsOneLine() {
        fake.acceptStatus = 409;
        fake.accepted = "{\"title\":\"An import runs\",\"detail\":\"Wait for 41.\"}";

        assertThat(run(folder.resolve("feed.xml").toString(), "--force")).isEqualTo(1);
        assertThat(fake.requests).contains("POST /v1/imports?dryRun=false&force=true");
        assertThat(err.toString().lines()).containsExactly("An import runs: Wait for 41.");
    }

    @Test
    void aFileThatIsNotThereIsOneLine() {
        assertThat(run(folder.resolve("none.xml").toString())).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(folder.resolve("none.xml")
                        + " cannot be read: it is not there, or is not a file that you may read.");
        assertThat(fake.requests).isEmpty();
    }

    @Test
    void aSystemThatDoesNotRunIsOneLine() {
        String nobody = "http://127.0.0.1:" + Ports.free();

        assertThat(run(folder.resolve("feed.xml").toString(), "--gateway", nobody))
                .isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly("No gateway answers at " + nobody
                        + ": start the system with ./parchemin up, or name another with --gateway.");
    }

    @Test
    void theLineTellsTheRateTheShareAndTheTimeLeft() throws IOException {
        assertThat(ProgressLine.text(new ImportState(new JsonMapper().readTree(RUNNING)), Duration.ofSeconds(30)))
                .isEqualTo("50 records, 2 per second, 25 % of the file, 1 min 30 s left");
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "--gateway";
        all[1] = fake.address().toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return new CommandLine(new ImportCommand())
                .setOverwrittenOptionsAllowed(true)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    assertThat(e).isInstanceOf(StackException.class);
                    command.getErr().println(e.getMessage());
                    return 1;
                })
                .execute(all);
    }
}
