package fr.parchemin.referentiel.imports;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The files sent in, on the disk of this service until their import has ended. */
@ApplicationScoped
class ImportFiles {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Path folder;

    ImportFiles(@ConfigProperty(name = "parchemin.imports.folder") Path folder) {
        this.folder = folder;
    }

    Path of(UUID importId) {
        return folder.resolve(importId.toString());
    }

    /** Moves a file here, where it outlives its request. */
    void keep(UUID importId, Path sent) {
        try {
            Files.createDirectories(folder);
            Files.move(sent, of(importId), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the file could not be kept in " + folder, e);
        }
    }

    /** Removes a file; one that cannot be removed is tried again at the next start. */
    void forget(UUID importId) {
        try {
            Files.deleteIfExists(of(importId));
        } catch (IOException e) {
            Log.warnf("%s stays: %s", of(importId), e);
        }
    }

    /** Imports whose files lie here. */
    Set<UUID> kept() {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> NAME.matcher(name).matches())
                    .map(UUID::fromString)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            byte[] buffer = new byte[64 << 10];
            while (digesting.read(buffer) >= 0) {
                // The digest is all that is wanted.
            }
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
