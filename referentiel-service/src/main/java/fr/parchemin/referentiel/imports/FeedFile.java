package fr.parchemin.referentiel.imports;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A file as France compétences publishes it: the XML of a register, bare or zipped, or the zip of the CSV set. It says of
 * itself what it is; its name is only asked for the day of the export.
 */
final class FeedFile implements AutoCloseable {

    /** A whole register has half a gigabyte; eight times that is no register. */
    private static final long MOST_BYTES = 4L << 30;

    /** Texts shrink to a sixth or so; what shrinks to a thousandth was made to harm. */
    private static final int LARGEST_RATIO = 200;

    private static final int RATIO_COUNTS_FROM = 16 << 20;
    private static final int MOST_ENTRIES = 100;
    private static final Pattern DAY = Pattern.compile("(20\\d{2})[-_](\\d{2})[-_](\\d{2})");

    private final Path path;
    private final String name;
    private final @Nullable ZipFile zip;
    private final List<Part> parts;
    private final AtomicLong bytesRead = new AtomicLong();

    /** One file within it. */
    record Part(String name, long bytes) {

        /** The name without accents and folders: names come composed, decomposed or in another code page. */
        String plainName() {
            String base = name.substring(name.lastIndexOf('/') + 1);
            return Normalizer.normalize(base, Normalizer.Form.NFD)
                    .replaceAll("[^\\x20-\\x7e]", "")
                    .toLowerCase(Locale.ROOT);
        }
    }

    /** What the file holds. */
    enum Kind {
        XML,
        CSV
    }

    private FeedFile(Path path, String name, @Nullable ZipFile zip, List<Part> parts) {
        this.path = path;
        this.name = name;
        this.zip = zip;
        this.parts = parts;
    }

    /**
     * Opens a file.
     *
     * @param name as its sender called it
     * @throws RefusedImportException when it is neither a zip nor XML, or a zip that cannot be used
     */
    static FeedFile open(Path path, String name) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(64);
        }
        if (head.length == 0) {
            throw new RefusedImportException("The file is empty.");
        }
        if (head[0] == 'P' && head.length > 3 && head[1] == 'K') {
            return openZip(path, name);
        }
        String start =
                new String(head, StandardCharsets.UTF_8).replace("\ufeff", "").strip();
        if (!start.startsWith("<")) {
            throw new RefusedImportException("The file is neither a zip nor XML: send the export as France compétences"
                    + " publishes it, or the XML in it.");
        }
        return new FeedFile(path, name, null, List.of(new Part(name, Files.size(path))));
    }

    private static FeedFile openZip(Path path, String name) throws IOException {
        ZipFile zip = zip(path);
        try {
            List<? extends ZipEntry> entries = Collections.list(zip.entries()).stream()
                    .filter(e -> !e.isDirectory())
                    .toList();
            List<Part> feeds = entries.stream()
                    .filter(e -> e.getName().toLowerCase(Locale.ROOT).matches(".*\\.(xml|csv)"))
                    .map(e -> new Part(e.getName(), e.getSize()))
                    .toList();
            if (feeds.isEmpty() || entries.size() > MOST_ENTRIES) {
                throw new RefusedImportException("The zip holds no XML and no CSV of a register.");
            }
            if (feeds.stream().anyMatch(p -> isXml(p)) && !feeds.stream().allMatch(p -> isXml(p))) {
                throw new RefusedImportException("The zip holds both XML and CSV: send them one after the other.");
            }
            return new FeedFile(path, name, zip, feeds);
        } catch (RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static ZipFile zip(Path path) throws IOException {
        try {
            return new ZipFile(path.toFile());
        } catch (ZipException e) {
            // Some name may be in an old code page: each byte is a character here, and the plain letters are all that
            // matters.
            try {
                return new ZipFile(path.toFile(), StandardCharsets.ISO_8859_1);
            } catch (ZipException again) {
                throw damaged(again);
            }
        }
    }

    Kind kind() {
        return isXml(parts.getFirst()) || zip == null ? Kind.XML : Kind.CSV;
    }

    List<Part> parts() {
        return parts;
    }

    /** Day of the export: the newest that a name in it says, or its own name. */
    Optional<LocalDate> exportDate() {
        return Stream.concat(parts.stream().map(Part::name), Stream.of(name))
                .map(FeedFile::day)
                .flatMap(Optional::stream)
                .max(LocalDate::compareTo);
    }

    /** Bytes that have been read of it, as they lie on the disk or, in a zip, unpacked. */
    long bytesRead() {
        return bytesRead.get();
    }

    /** How many {@link #bytesRead} will be in the end, as far as the file says. */
    long bytesTotal() {
        return Math.max(
                bytesRead.get(),
                parts.stream().mapToLong(p -> Math.max(0, p.bytes())).sum());
    }

    /**
     * The bytes of a part, unpacked.
     *
     * @throws RefusedImportException while reading, when it is damaged or swells without end
     */
    InputStream read(Part part) throws IOException {
        if (zip == null) {
            return new Counted(Files.newInputStream(path), Long.MAX_VALUE);
        }
        ZipEntry entry = zip.getEntry(part.name());
        try {
            return new Counted(zip.getInputStream(entry), entry.getCompressedSize());
        } catch (ZipException | EOFException e) {
            throw damaged(e);
        }
    }

    private static RefusedImportException damaged(IOException e) {
        return new RefusedImportException(
                String.valueOf(e.getMessage()).contains("encrypted")
                        ? "The zip is encrypted: send it without a password."
                        : "The zip is damaged or was cut off: fetch and send it again.",
                e);
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
    }

    private static boolean isXml(Part part) {
        return part.name().toLowerCase(Locale.ROOT).endsWith(".xml");
    }

    private static Optional<LocalDate> day(String name) {
        Matcher day = DAY.matcher(name);
        Optional<LocalDate> last = Optional.empty();
        while (day.find()) {
            try {
                last = Optional.of(LocalDate.of(
                        Integer.parseInt(day.group(1)),
                        Integer.parseInt(day.group(2)),
                        Integer.parseInt(day.group(3))));
            } catch (DateTimeException e) {
                // No day: perhaps another part of the name is one.
            }
        }
        return last;
    }

    /** Counts what is read and stops what swells. */
    private final class Counted extends FilterInputStream {

        private final long packed;
        private long unpacked;

        private Counted(InputStream in, long packed) {
            super(new BufferedInputStream(in, 64 << 10));
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            try {
                int count = super.read(into, from, length);
                if (count > 0) {
                    add(count);
                }
                return count;
            } catch (ZipException | EOFException e) {
                throw damaged(e);
            }
        }

        private void add(int count) {
            bytesRead.addAndGet(count);
            unpacked += count;
            if (unpacked > MOST_BYTES || (unpacked > RATIO_COUNTS_FROM && unpacked / LARGEST_RATIO > packed)) {
                throw new RefusedImportException("The zip swells to more than a register can have.");
            }
        }
    }
}
