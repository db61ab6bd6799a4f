package fr.parchemin.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.parchemin.localstack.ProcessLedger.Level;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    @SuppressWarnings("NullAway.Init")
    private ProcessLedger ledger;

    @SuppressWarnings("NullAway.Init")
    private Supervisor supervisor;

    @BeforeEach
    void begin() {
        ledger = ProcessLedger.open(folder.resolve("run"), null);
        supervisor = new Supervisor(ledger, new PrintStream(screen, true, UTF_8), false, Duration.ofMillis(10));
    }

    @AfterEach
    void end() {
        supervisor.close();
        ledger.close();
    }

    @Test
    void startsEachPartAfterThoseItNeedsAndStopsTheDatabaseLast() {
        Part database = new Noted("database", Level.DATABASE);
        Part broker = new Noted("broker", Level.BROKER);
        Part service = new Noted("service", Level.SERVICE);
        supervisor.add(database);
        supervisor.add(broker, database);
        supervisor.add(service, database, broker);

        supervisor.start();
        supervisor.close();

        assertThat(log)
                .containsExactly(
                        "start database",
                        "start broker",
                        "start service",
                        "stop service",
                        "stop broker",
                        "stop database");
    }

    @Test
    void aServiceThatIsKilledStartsAgain() {
        ServicePart service = FakeService.part("fake", Ports.free(), folder);
        supervisor.add(service);
        supervisor.start();
        ProcessHandle first = service.process().orElseThrow();

        first.destroyForcibly();

        await().atMost(Duration.ofSeconds(30)).until(() -> shown().contains("fake is ready again after"));
        ProcessHandle second = service.process().orElseThrow();
        assertThat(second.pid()).isNotEqualTo(first.pid());
        assertThat(shown()).contains("fake ended unexpectedly.").contains("fake starts again in 0.0 s.");

        second.destroyForcibly();

        await().atMost(Duration.ofSeconds(30)).until(() -> shown().split("is ready again", -1).length == 3);
        ProcessHandle third = service.process().orElseThrow();
        supervisor.close();
        assertThat(third.isAlive()).isFalse();
        assertThat(shown()).contains("fake         stopped");
    }

    @Test
    void aServiceThatCannotStartSaysWhy() {
        Noted fine = new Noted("fine", Level.DATABASE);
        supervisor.add(fine);
        supervisor.add(FakeService.broken("broken", folder), fine);
        supervisor.add(new Noted("after", Level.SERVICE), fine);

        assertThatThrownBy(supervisor::start)
                .isInstanceOf(StackException.class)
                .hasMessage("broken ended as it started (exit code 3): 2026-01-01 ERROR the fake has no database; see "
                        + folder.resolve("broken.log") + ".");

        supervisor.close();
        assertThat(log).startsWith("start fine").endsWith("stop fine");
        assertThat(shown()).contains("broken       failed");
    }

    private String shown() {
        return screen.toString(UTF_8);
    }

    /** A fake: a part without a process that notes what is asked of it. */
    private final class Noted implements Part {

        private final String name;
        private final Level level;

        private Noted(String name, Level level) {
            this.name = name;
            this.level = level;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String address() {
            return "";
        }

        @Override
        public Level level() {
            return level;
        }

        @Override
        public void start(Consumer<ProcessHandle> launched) {
            log.add("start " + name);
        }

        @Override
        public void stop() {
            log.add("stop " + name);
        }

        @Override
        public Optional<ProcessHandle> process() {
            return Optional.empty();
        }
    }
}
