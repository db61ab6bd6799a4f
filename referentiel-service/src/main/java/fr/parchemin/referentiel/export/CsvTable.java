package fr.parchemin.referentiel.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One file of the CSV set of France compétences: semicolons, every value between quotes, nothing at all for an empty one,
 * CRLF, UTF-8 without a byte order mark. It lies on disk until the whole set is read, since a zip takes one file after the
 * other and all of them are written at once.
 */
final class CsvTable implements AutoCloseable {

    private final String name;
    private final Path file;
    private final Writer out;

    /**
     * @param name as in the name of the file
     * @param columns header line
     */
    CsvTable(String name, String... columns) throws IOException {
        this.name = name;
        this.file = Files.createTempFile("export-", ".csv");
        this.out = new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8));
        row(columns);
    }

    void row(@Nullable String... values) {
        try {
            for (int i = 0; i < values.length; i++) {
                if (i > 0) {
                    out.write(';');
                }
                String value = values[i];
                if (value != null && !value.isEmpty()) {
                    out.write('"');
                    out.write(value.indexOf('"') < 0 ? value : value.replace("\"", "\"\""));
                    out.write('"');
                }
            }
            out.write("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return name;
    }

    /** Ends the file and writes it where it belongs. */
    void copyTo(OutputStream zip) throws IOException {
        out.close();
        Files.copy(file, zip);
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
