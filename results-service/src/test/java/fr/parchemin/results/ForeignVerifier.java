package fr.parchemin.results;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Verifies with the example for integrators, {@code docs/credentials/verify.mjs}: Digital Bazaar's libraries for Node.js (their own
 * JSON-LD processor, canonicalisation and Ed25519) and jose for the token. Nothing of them is used for issuing. Where Node.js or
 * its packages cannot be had, the tests that need it are skipped, and say so.
 */
final class ForeignVerifier {

    private static final Path EXAMPLE =
            Path.of("../docs/credentials").toAbsolutePath().normalize();
    private static final Path FOLDER = Path.of("target/foreign").toAbsolutePath();
    private static @Nullable Boolean there;

    private ForeignVerifier() {}

    /** What it prints of files alone: VALID …, REVOKED or REFUSED …. */
    static String verdict(String credential, String issuer, @Nullable String statusList) throws Exception {
        assumeTrue(there(), "Node.js and its packages are needed to verify as a stranger does");
        Path file = Files.writeString(FOLDER.resolve("credential"), credential);
        Path issuerFile = Files.writeString(FOLDER.resolve("did.json"), issuer);
        String status = statusList == null
                ? "-"
                : Files.writeString(FOLDER.resolve("status.json"), statusList).toString();
        return run(List.of(
                "node",
                "verify.mjs",
                file.toString(),
                issuerFile.toString(),
                status,
                Path.of("src/main/resources/contexts").toAbsolutePath().toString()));
    }

    private static synchronized boolean there() throws InterruptedException {
        if (there == null) {
            try {
                Files.createDirectories(FOLDER);
                for (String name : List.of("package.json", "verify.mjs")) {
                    Files.writeString(FOLDER.resolve(name), Files.readString(EXAMPLE.resolve(name)));
                }
                if (!Files.isDirectory(FOLDER.resolve("node_modules/jose"))) {
                    run(List.of("npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--silent"));
                }
                there = Files.isDirectory(FOLDER.resolve("node_modules/jose"));
            } catch (IOException e) {
                there = false;
            }
        }
        return there;
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Path out = FOLDER.resolve("out");
        Process process = new ProcessBuilder(new ArrayList<>(command))
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return Files.readString(out, StandardCharsets.UTF_8).strip();
    }
}
