package fr.parchemin.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackHomeTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    @Test
    void onlyOneRunAtATime() {
        StackHome home = new StackHome(root);
        assertThat(home.running()).isEmpty();

        try (StackHome.Running running = home.take(new StackPorts(100))) {
            assertThatThrownBy(() -> home.take(new StackPorts(0)))
                    .isInstanceOf(StackException.class)
                    .hasMessageStartingWith("Parchemin already runs here");
        }

        assertThat(home.running()).isEmpty();
        home.take(new StackPorts(0)).close();
    }

    @Test
    void wipingForgetsDataAndLogsAndKeepsWhatMakesStartsFast() throws Exception {
        StackHome home = new StackHome(root);
        Files.createDirectories(home.data("postgresql").resolve("base"));
        Files.writeString(Files.createDirectories(home.aotCaches()).resolve("session.aot"), "cache");
        home.turnLogs();
        Files.writeString(home.log("session"), "a line");

        home.wipe();

        assertThat(home.data("postgresql")).doesNotExist();
        assertThat(home.log("session")).doesNotExist();
        assertThat(home.aotCaches().resolve("session.aot")).hasContent("cache");
    }

    @Test
    void aSecretStaysUnlessItWasNeverWritten() throws Exception {
        StackHome home = new StackHome(root);
        Path file = home.data("secrets").resolve("credentials");
        Files.createDirectories(home.data("secrets"));
        Files.writeString(file, "");

        String secret = home.secret("credentials");

        assertThat(Base64.getDecoder().decode(secret)).hasSize(32);
        assertThat(home.secret("credentials")).isEqualTo(secret);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Folders.filesIn(home.data("secrets"))).containsExactly(file);
    }

    @Test
    void aLongLogBeginsAgain() throws Exception {
        StackHome home = new StackHome(root);
        home.turnLogs();
        Files.write(home.log("session"), new byte[(20 << 20) + 1]);
        Files.writeString(home.log("results"), "short");

        home.turnLogs();

        assertThat(home.log("session")).doesNotExist();
        assertThat(home.log("session").resolveSibling("session.log.old")).exists();
        assertThat(home.log("results")).hasContent("short");
    }

    @Test
    void aCopyKeepsTheDateOfWhatHasNotChanged() throws Exception {
        Path source = root.resolve("source");
        Files.createDirectories(source.resolve("lib"));
        Path target = root.resolve("target");
        Files.writeString(source.resolve("lib/same.jar"), "same");
        Files.writeString(source.resolve("changed.jar"), "before");
        Files.writeString(source.resolve("gone.jar"), "gone");
        Folders.mirror(source, target);
        var date = Files.getLastModifiedTime(target.resolve("lib/same.jar"));

        Files.delete(source.resolve("gone.jar"));
        Files.writeString(source.resolve("changed.jar"), "later!");
        Files.setLastModifiedTime(
                source.resolve("lib/same.jar"), java.nio.file.attribute.FileTime.fromMillis(date.toMillis() + 60_000));
        Folders.mirror(source, target);

        assertThat(Folders.filesIn(target).stream().map(target::relativize).map(Path::toString))
                .containsExactly("changed.jar", "lib/same.jar");
        assertThat(target.resolve("changed.jar")).hasContent("later!");
        assertThat(Files.getLastModifiedTime(target.resolve("lib/same.jar"))).isEqualTo(date);
    }
}
