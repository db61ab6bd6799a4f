package fr.parchemin.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whole folders of files. */
final class Folders {

    private Folders() {}

    /** Removes a folder and all in it; one that is not there is fine. */
    static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    if (e instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw e;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) throws IOException {
                    Files.deleteIfExists(dir);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("could not remove " + folder, e);
        }
    }

    /**
     * Makes {@code target} hold what {@code source} holds. A file whose content is the same keeps its date, because a JVM
     * takes its ahead-of-time cache only with jars of the very same date.
     */
    static void mirror(Path source, Path target) {
        try {
            Files.createDirectories(target);
            for (Path file : filesIn(source)) {
                Path copy = target.resolve(source.relativize(file).toString());
                if (!Files.exists(copy) || !sameContent(file, copy)) {
                    Files.createDirectories(copy.resolveSibling("."));
                    // Written beside and moved: a JVM that still reads the old jar keeps it.
                    Path fresh = copy.resolveSibling(copy.getFileName() + ".new");
                    Files.copy(file, fresh, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                    Files.move(fresh, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            for (Path copy : filesIn(target)) {
                if (!Files.exists(source.resolve(target.relativize(copy).toString()))) {
                    Files.delete(copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not copy " + source, e);
        }
    }

    /**
     * Writes what only its owner may read. The file is there whole or not at all: whoever writes it may be killed at any
     * moment.
     */
    static void writeSecret(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whether a file is there and says something; one that a full disk left empty does not. */
    static boolean hasContent(Path file) throws IOException {
        return Files.exists(file) && Files.size(file) > 0;
    }

    /** All files below a folder, sorted. */
    static List<Path> filesIn(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean sameContent(Path a, Path b) throws IOException {
        if (Files.size(a) != Files.size(b)) {
            return false;
        }
        return Files.getLastModifiedTime(a).equals(Files.getLastModifiedTime(b)) || Files.mismatch(a, b) == -1;
    }
}
