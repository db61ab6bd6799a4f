package fr.parchemin.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.parchemin.localstack.ProcessLedger.Level;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No process outlives the program that started it. */
class ProcessLedgerTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final List<ProcessHandle> started = new ArrayList<>();

    @AfterEach
    void endAll() {
        started.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void aSupervisorThatIsKilledTakesItsChildrenWithIt() throws IOException {
        Process supervisor = new ProcessBuilder(
                        ChildProcess.java(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        FakeSupervisor.class.getName(),
                        folder.toString())
                .redirectError(folder.resolve("supervisor.log").toFile())
                .start();
        started.add(supervisor.toHandle());
        List<ProcessHandle> children = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(supervisor.getInputStream(), UTF_8))) {
            for (int i = 0; i < 2; i++) {
                children.add(ProcessHandle.of(Long.parseLong(lines.readLine())).orElseThrow());
            }
        }
        started.addAll(children);
        StackHome home = new StackHome(folder);

        assertThat(home.running()).contains(new StackPorts(7));
        assertThatThrownBy(() -> home.take(new StackPorts(0)))
                .isInstanceOf(StackException.class)
                .hasMessage("Parchemin already runs here (process " + supervisor.pid()
                        + "): use it, or stop it with Ctrl-C there.");

        supervisor.destroyForcibly();

        await().atMost(Duration.ofSeconds(30)).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        await().until(() -> Files.list(home.ledgers()).findAny().isEmpty());
        assertThat(home.running()).isEmpty();
    }

    @Test
    void whatAnEarlierRunLeftIsStopped() throws IOException {
        ProcessHandle left = sleeper();
        note("3-PostgreSQL", left.pid() + " " + startOf(left) + " INT");

        assertThat(ProcessLedger.stopLeftovers(folder.resolve("run"))).containsExactly("PostgreSQL");

        assertThat(left.isAlive()).isFalse();
        assertThat(folder.resolve("run")).isEmptyDirectory();
    }

    @Test
    void aProcessThatOnlyHasTheNumberOfOneThatWasLeftStaysAlone() throws IOException {
        ProcessHandle stranger = sleeper();
        note("1-session", stranger.pid() + " " + (startOf(stranger) - 60_000) + " TERM");
        note("1-results", "half a no");

        assertThat(ProcessLedger.stopLeftovers(folder.resolve("run"))).isEmpty();

        assertThat(stranger.isAlive()).isTrue();
    }

    @Test
    void theGuardEndsWithTheLedgerAndRemovesWhatItWasTold() throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("temporary/deep"));
        ProcessLedger ledger = ProcessLedger.open(folder.resolve("run"), temporary.getParent());
        ProcessHandle child = sleeper();
        ledger.note("Kafka", Level.BROKER, child);

        ledger.close();

        assertThat(child.isAlive()).isFalse();
        assertThat(folder.resolve("run")).isEmptyDirectory();
        assertThat(folder.resolve("temporary")).doesNotExist();
    }

    /** Not deaf to INT as our children are, because PostgreSQL is not either. */
    private ProcessHandle sleeper() throws IOException {
        ProcessHandle sleeper = new ProcessBuilder("sleep", "600").start().toHandle();
        started.add(sleeper);
        return sleeper;
    }

    private void note(String file, String text) throws IOException {
        Path ledger = Files.createDirectories(folder.resolve("run/an-earlier-one"));
        Files.writeString(ledger.resolve(file), text);
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().orElseThrow().toEpochMilli();
    }

    @Test
    void childrenDoNotHearCtrlC() throws Exception {
        Process child = ChildProcess.start(List.of("sleep", "600"), Map.of(), folder.resolve("child.log"));
        started.add(child.toHandle());
        // Until the shell has become the program, it may not have closed its ears yet.
        await().until(() -> child.info().command().orElse("").endsWith("sleep"));

        new ProcessBuilder("kill", "-INT", String.valueOf(child.pid())).start().waitFor();
        new ProcessBuilder("kill", "-HUP", String.valueOf(child.pid())).start().waitFor();

        assertThat(child.waitFor(Duration.ofMillis(300))).isFalse();
        ChildProcess.stop(child, Duration.ofSeconds(10));
        assertThat(child.isAlive()).isFalse();
    }
}
