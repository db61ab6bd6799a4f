package fr.parchemin.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void recordsOnceAndIsUsedUntilTheJarsChange() throws Exception {
        Path jar = Files.writeString(folder.resolve("a.jar"), "one");
        AotCache cache = cacheOf(jar);
        assertThat(cache.ready()).isFalse();
        Path recording = file(cache.options(), "-XX:AOTCacheOutput=");

        Files.writeString(recording, "learnt");
        cache.keep(true);

        AotCache next = cacheOf(jar);
        assertThat(next.ready()).isTrue();
        assertThat(file(next.options(), "-XX:AOTCache=")).hasContent("learnt");

        Files.writeString(jar, "another");
        AotCache changed = cacheOf(jar);
        assertThat(changed.ready()).isFalse();

        Files.writeString(file(changed.options(), "-XX:AOTCacheOutput="), "learnt anew");
        changed.keep(true);
        assertThat(Folders.filesIn(folder.resolve("aot"))).singleElement().satisfies(f -> assertThat(f)
                .hasContent("learnt anew"));
    }

    @Test
    void aRecordingThatWasCutShortIsNotUsed() throws Exception {
        Path jar = Files.writeString(folder.resolve("a.jar"), "one");
        Files.writeString(file(cacheOf(jar).options(), "-XX:AOTCacheOutput="), "half");

        AotCache next = cacheOf(jar);

        assertThat(next.ready()).isFalse();
        assertThat(file(next.options(), "-XX:AOTCacheOutput=")).doesNotExist();
    }

    @Test
    void aStartThatFailedTeachesNothing() throws Exception {
        Path jar = Files.writeString(folder.resolve("a.jar"), "one");
        AotCache cache = cacheOf(jar);
        Path recording = Files.writeString(file(cache.options(), "-XX:AOTCacheOutput="), "nothing");

        cache.keep(false);

        assertThat(cache.ready()).isFalse();
        assertThat(recording).doesNotExist();
    }

    /** The JVM takes a cache with the very same jars alone; one that named none of them would be refused for ever after a build. */
    @Test
    void theBrokerNamesTheJarsOfItsCache() {
        assertThat(KafkaBroker.jars())
                .allSatisfy(jar -> assertThat(jar).isRegularFile())
                .anySatisfy(jar -> assertThat(jar.toString()).contains("kafka-clients"));
    }

    private AotCache cacheOf(Path jar) {
        return new AotCache(folder.resolve("aot"), "session", List.of(jar), List.of("-Xmx256m"));
    }

    private static Path file(List<String> options, String option) {
        assertThat(options).singleElement().asString().startsWith(option);
        return Path.of(options.getFirst().substring(option.length()));
    }
}
