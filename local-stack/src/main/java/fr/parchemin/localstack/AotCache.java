package fr.parchemin.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/**
 * What a JVM learnt in an earlier run, kept so that the next one starts in a fraction of the time (JEP 483, 514 and 515).
 * The first run records and writes the cache as it ends, which takes a few seconds; later ones use it. A cache fits exactly
 * one JDK and one set of jars, so both are in its name.
 */
final class AotCache {

    private final Path folder;
    private final String part;
    private final Path file;
    private final Path recording;

    /**
     * @param folder where the caches are kept
     * @param part whose cache this is
     * @param jars every file of its program
     * @param program its other options, which decide over the cache as well
     */
    AotCache(Path folder, String part, Collection<Path> jars, List<String> program) {
        this.folder = folder;
        this.part = part;
        this.file = folder.resolve(part + "-" + fingerprint(jars, program) + ".aot");
        this.recording = folder.resolve(part + ".recording");
    }

    /** Whether the next start is a fast one. */
    boolean ready() {
        return Files.exists(file);
    }

    /** The JVM options for the next start. */
    List<String> options() {
        if (ready()) {
            return List.of("-XX:AOTCache=" + file);
        }
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(recording);
            return List.of("-XX:AOTCacheOutput=" + recording);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes over what the JVM recorded, after it has ended; caches of former programs go.
     *
     * @param useful whether the JVM came as far as to do its work; a start that failed teaches nothing
     */
    void keep(boolean useful) {
        try {
            if (!useful) {
                Files.deleteIfExists(recording);
            } else if (Files.exists(recording)) {
                try (DirectoryStream<Path> former = Files.newDirectoryStream(folder, part + "-*.aot")) {
                    for (Path cache : former) {
                        Files.delete(cache);
                    }
                }
                Files.move(recording, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fingerprint(Collection<Path> jars, List<String> program) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String jdk = System.getProperty("java.home") + System.getProperty("java.vm.version");
            digest.update((jdk + program).getBytes(StandardCharsets.UTF_8));
            for (Path jar : jars) {
                String line = jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar);
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
