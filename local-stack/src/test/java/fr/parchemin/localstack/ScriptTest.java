package fr.parchemin.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code parchemin} in an empty working copy, with a fake Maven wrapper that notes how it is called. */
class ScriptTest {

    private static final String FAKE_MAVEN = """
            #!/bin/sh
            # A fake: notes its arguments, and "builds" by making the files that the script looks for.
            echo "$@" >> maven-calls
            [ ! -f maven-fails ] || { echo '[ERROR] the fake cannot compile this'; exit 1; }
            for module in local-stack referentiel-service session-service results-service gateway; do mkdir -p $module/target; done
            touch local-stack/target/local-stack-0.jar
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path copy;

    private record Result(int exitCode, List<String> out, List<String> err) {}

    @BeforeEach
    void workingCopy() throws IOException {
        Files.copy(Path.of("../parchemin"), copy.resolve("parchemin"), StandardCopyOption.COPY_ATTRIBUTES);
        executable("mvnw", FAKE_MAVEN);
        Files.writeString(copy.resolve("pom.xml"), "<project/>");
        for (String module : List.of(
                "service-kit",
                "service-kit-web",
                "local-stack",
                "referentiel-service",
                "session-service",
                "results-service",
                "gateway")) {
            Files.createDirectories(copy.resolve(module + "/src/main"));
            Files.writeString(copy.resolve(module + "/pom.xml"), "<project/>");
        }
        Instant yesterday = Instant.now().minusSeconds(86_400);
        for (Path file : Folders.filesIn(copy)) {
            Files.setLastModifiedTime(file, FileTime.from(yesterday));
        }
    }

    @Test
    void helpNamesTheCommands() throws Exception {
        Result help = run("help");

        assertThat(help.exitCode).isZero();
        assertThat(String.join("\n", help.out)).contains("up [--fresh]", "demo", "token --role", "test", "build");
        assertThat(run().out).isEqualTo(help.out);
    }

    @Test
    void anUnknownCommandIsOneLine() throws Exception {
        assertThat(run("start"))
                .isEqualTo(new Result(
                        2, List.of(), List.of("parchemin: there is no command 'start'; see ./parchemin help.")));
    }

    @Test
    void saysWhatToInstallWhenThereIsNoJdk() throws Exception {
        Path script = copy.resolve("parchemin");
        Files.writeString(script, Files.readString(script).replace("NEEDED_JAVA=25", "NEEDED_JAVA=99"));

        for (String command : List.of("up", "demo", "token", "test", "build")) {
            assertThat(run(command))
                    .isEqualTo(new Result(
                            1,
                            List.of(),
                            List.of("parchemin: no JDK 99 or newer found: install one (https://adoptium.net,"
                                    + " or your system's packages) and set JAVA_HOME to it.")));
        }
    }

    @Test
    void saysHowMuchRoomIsMissingOnAFullDisk() throws Exception {
        executable("bin/df", """
                #!/bin/sh
                # A fake: a disk with 300 MB left.
                echo 'Filesystem 1024-blocks Used Available Capacity Mounted on'
                echo '/dev/fake 9000000 8692800 307200 97% /'
                """);

        Result up = run("up");

        assertThat(up.exitCode).isEqualTo(1);
        assertThat(up.err)
                .containsExactly("parchemin: only 300 MB are free on the disk of " + copy.toRealPath()
                        + "; 1024 MB are needed.");
        assertThat(copy.resolve("maven-calls")).doesNotExist();
    }

    @Test
    void buildsWhatChangedAndOnlyThat() throws Exception {
        assertThat(run("build").exitCode).isZero();
        assertThat(calls())
                .singleElement()
                .asString()
                .contains("-pl local-stack,referentiel-service,session-service,results-service,gateway -am");

        assertThat(run("build").exitCode).isZero();
        assertThat(calls()).hasSize(1);

        Files.writeString(copy.resolve("session-service/src/main/Session.java"), "class Session {}");
        assertThat(run("build").exitCode).isZero();
        assertThat(calls().getLast()).contains("-pl session-service -am");

        Files.delete(copy.resolve("session-service/src/main/Session.java"));
        assertThat(run("build").exitCode).isZero();
        assertThat(calls()).hasSize(3).last().asString().contains("-pl session-service -am");

        Files.writeString(copy.resolve("service-kit/src/main/Kit.java"), "class Kit {}");
        assertThat(run("build").exitCode).isZero();
        assertThat(calls().getLast()).contains("-pl referentiel-service,session-service,results-service -am");

        Files.writeString(copy.resolve("service-kit-web/src/main/Web.java"), "class Web {}");
        assertThat(run("build").exitCode).isZero();
        assertThat(calls().getLast()).contains("-pl referentiel-service,session-service,results-service,gateway -am");
        assertThat(run("build").exitCode).isZero();
        assertThat(calls()).hasSize(5);
    }

    @Test
    void aProgramThatIsTheSameKeepsItsDate() throws Exception {
        run("build");

        assertThat(Files.getLastModifiedTime(copy.resolve(".parchemin/local-stack.jar")))
                .isEqualTo(Files.getLastModifiedTime(copy.resolve("local-stack/target/local-stack-0.jar")));
    }

    @Test
    void aBuildThatFailsSaysWhyAndCountsAsNotDone() throws Exception {
        Files.writeString(copy.resolve("maven-fails"), "");

        Result build = run("build");

        assertThat(build.exitCode).isEqualTo(1);
        assertThat(build.err)
                .contains(
                        "[ERROR] the fake cannot compile this",
                        "parchemin: the build failed; all of it is in .parchemin/logs/build.log.");
        assertThat(run("build").exitCode).isEqualTo(1);
    }

    @Test
    void testsEndWithTheirNumber() throws Exception {
        executable("mvnw", """
                #!/bin/sh
                # A fake: writes the reports of two modules.
                sleep 1
                mkdir -p a/target/surefire-reports b/target/surefire-reports
                echo '<testsuite name="A" time="1.0" tests="5" errors="1" skipped="2" failures="0">' > a/target/surefire-reports/TEST-A.xml
                echo '<testsuite name="B" time="1.0" tests="7" errors="0" skipped="0" failures="1">' > b/target/surefire-reports/TEST-B.xml
                exit 1
                """);
        Path old = Files.createDirectories(copy.resolve("c/target/surefire-reports"))
                .resolve("TEST-C.xml");
        Files.writeString(old, "<testsuite name=\"C\" tests=\"100\" errors=\"0\" skipped=\"0\" failures=\"0\">\n");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(60)));

        Result tests = run("test");

        assertThat(tests.out).contains("Tests run: 12, Failures: 1, Errors: 1, Skipped: 2");
        assertThat(tests.out.getLast()).matches("Time: 0 min \\d\\d s");
        assertThat(tests.exitCode).isEqualTo(1);
    }

    @Test
    void aBuildWaitsForAnotherOneAndForNoneThatWasKilled() throws Exception {
        executable("mvnw", """
                #!/bin/sh
                # A fake: cannot build twice at once.
                mkdir busy || { echo '[ERROR] two builds at once'; exit 1; }
                sleep 1
                """ + FAKE_MAVEN.replace("#!/bin/sh\n", "") + "rmdir busy\n");
        Files.createSymbolicLink(
                Files.createDirectories(copy.resolve(".parchemin")).resolve("building"), Path.of("999999999"));

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Result> one = threads.submit(() -> run("build"));
            Future<Result> other = threads.submit(() -> run("build"));
            assertThat(one.get().exitCode).as(one.get().toString()).isZero();
            assertThat(other.get().exitCode).as(other.get().toString()).isZero();
        }

        assertThat(calls()).hasSize(1);
        assertThat(Files.exists(copy.resolve(".parchemin/building"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
    }

    @Test
    void aFileIsMeantFromWhereItsNameIsTyped() throws Exception {
        fakeJdk();
        run("build");
        Files.writeString(copy.resolve("local-stack/target/class-path"), "/lib/a.jar");
        Path elsewhere = Files.createDirectories(copy.resolve("some where"));

        Result verify = run(elsewhere, Map.of("JAVA_HOME", copy.resolve("jdk").toString()), "verify", "a.json");

        assertThat(verify.err).isEmpty();
        assertThat(verify.out)
                .startsWith(elsewhere.toRealPath().toString())
                .contains("-Dparchemin.root=" + copy.toRealPath())
                .contains(copy.toRealPath() + "/.parchemin/local-stack.jar:/lib/a.jar")
                .endsWith("verify", "a.json");
    }

    @Test
    void aLocaleThatTheMachineDoesNotHaveIsHandedOnToNobody() throws Exception {
        executable("mvnw", """
                #!/bin/sh
                # A fake: notes the language it is to speak.
                echo "$LC_ALL" > locale-of-maven
                """);

        run(copy, Map.of("LC_ALL", "xx_XX.ISO-8859-1"), "test");

        assertThat(Files.readString(copy.resolve("locale-of-maven")).strip()).isIn("C.UTF-8", "C");
    }

    @Test
    void numbersAreWrittenAlikeInEveryLanguage() throws Exception {
        fakeJdk();
        run("build");
        Files.writeString(copy.resolve("local-stack/target/class-path"), "/lib/a.jar");

        Result verify = run(copy, Map.of("JAVA_HOME", copy.resolve("jdk").toString()), "verify", "a.json");

        assertThat(verify.out).contains("-Duser.language=en");
    }

    /** A JDK whose Java says where it stands and what it was told. */
    private void fakeJdk() throws IOException {
        executable("jdk/bin/javac", "#!/bin/sh\n");
        executable("jdk/bin/java", """
                #!/bin/sh
                pwd -P
                for argument in "$@"; do echo "$argument"; done
                """);
        Files.writeString(copy.resolve("jdk/release"), "JAVA_VERSION=\"99\"\n");
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(copy.resolve("maven-calls"));
    }

    private void executable(String name, String text) throws IOException {
        Path file = copy.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Result run(String... arguments) throws Exception {
        return run(copy, Map.of(), arguments);
    }

    private Result run(Path from, Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(copy.resolve("parchemin").toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("out", "");
        Path err = Files.createTempFile("err", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(from.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("PATH", copy.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        int exitCode = builder.start().waitFor();
        Result result = new Result(exitCode, Files.readAllLines(out, UTF_8), Files.readAllLines(err, UTF_8));
        Files.delete(out);
        Files.delete(err);
        return result;
    }
}
