package fr.parchemin.referentiel.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One file of the CSV set of France compétences: semicolons, every value between quotes, nothing at all for an empty one,
 * CRLF, UTF-8 without a byte order mark.
 */
final class CsvTable {

    private final Writer out;

    /** Begins a file with its header line; {@code out} stays open when it ends. */
    CsvTable(OutputStream out, String... columns) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
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

    /** Ends the file. */
    void end() throws IOException {
        out.flush();
    }
}
