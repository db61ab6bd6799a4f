package fr.parchemin.referentiel.imports;

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
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The files sent in, on the disk of this service until their import has ended. */
@ApplicationScoped
class ImportFiles {

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

    void forget(UUID importId) {
        try {
            Files.deleteIfExists(of(importId));
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
