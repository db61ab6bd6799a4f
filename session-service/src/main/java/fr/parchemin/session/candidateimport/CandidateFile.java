package fr.parchemin.session.candidateimport;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.session.ProblemType;
import fr.parchemin.session.identifier.Identifiers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file of candidates, read: what spreadsheets write, in UTF-8 or Windows-1252, with semicolons or commas.
 *
 * @param encoding that it turned out to have
 * @param separator that its header has
 */
record CandidateFile(String encoding, char separator, List<Line> lines) {

    /** Rows that one file may have. */
    static final int MOST_ROWS = 10_000;

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /**
     * One row.
     *
     * @param number of its first line in the file, from 1
     */
    record Line(int number, Map<Column, String> cells) {

        /** The cell without space around it, null when it is empty. */
        @Nullable
        String cell(Column column) {
            return Identifiers.labelOrNull(cells.get(column));
        }
    }

    /**
     * Reads a file.
     *
     * @throws ProblemException 400 when it is no CSV or has too many rows, 422 when its columns are not those of the template
     */
    static CandidateFile read(byte[] bytes) {
        String text;
        Charset encoding = StandardCharsets.UTF_8;
        try {
            text = encoding.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            // Whatever is not UTF-8 comes from a spreadsheet of western Europe.
            encoding = WINDOWS;
            text = new String(bytes, encoding);
        }
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        char separator = separator(text);
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.READ)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            return new CandidateFile(encoding.name(), separator, lines(reader));
        } catch (CsvParseException e) {
            throw new ProblemException(
                    CommonProblem.INVALID_REQUEST,
                    "This is no CSV: a quotation mark is not closed, or the file is cut off.",
                    List.of(),
                    e);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Line> lines(CsvReader<CsvRecord> reader) {
        List<@Nullable Column> header = null;
        List<Line> lines = new ArrayList<>();
        for (CsvRecord record : reader) {
            if (record.isComment()) {
                checkVersion(record.getField(0));
            } else if (header == null) {
                header = header(record.getFields());
            } else if (record.getFields().stream().anyMatch(f -> !f.isBlank())) {
                if (lines.size() == MOST_ROWS) {
                    throw new ProblemException(
                            CommonProblem.INVALID_REQUEST, "At most " + MOST_ROWS + " rows in one file: split it.");
                }
                lines.add(line(header, record));
            }
        }
        if (header == null) {
            throw new ProblemException(
                    CommonProblem.INVALID_REQUEST,
                    "The file is empty: it needs a header; GET /v1/candidates/import/template has it.");
        }
        return lines;
    }

    private static Line line(List<@Nullable Column> header, CsvRecord record) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        for (int i = 0; i < Math.min(header.size(), record.getFieldCount()); i++) {
            Column column = header.get(i);
            if (column != null) {
                cells.put(column, record.getField(i));
            }
        }
        return new Line((int) record.getStartingLineNumber(), cells);
    }

    private static void checkVersion(String remark) {
        OptionalInt version = Template.version(remark);
        if (version.isPresent() && version.getAsInt() != Template.VERSION) {
            throw new ProblemException(
                    ProblemType.OTHER_TEMPLATE,
                    "The file was made with version %d of the template; version %d is in force: GET /v1/candidates/import/template."
                            .formatted(version.getAsInt(), Template.VERSION));
        }
    }

    /** The columns by their place; every column of the template must be there, or an empty one would erase what is recorded. */
    private static List<@Nullable Column> header(List<String> names) {
        List<@Nullable Column> header = new ArrayList<>();
        Set<Column> missing = EnumSet.allOf(Column.class);
        List<Violation> differences = new ArrayList<>();
        for (String name : names) {
            Column column = Column.named(name).orElse(null);
            if (column == null && !name.isBlank()) {
                differences.add(Violation.ofField(name, "The template has no such column."));
            } else if (column != null && !missing.remove(column)) {
                differences.add(Violation.ofField(name, "The column is there twice."));
            }
            header.add(column);
        }
        missing.forEach(c -> differences.add(Violation.ofField(
                c.french(), "The column is missing (also called %s); it may be empty.".formatted(c.field()))));
        if (!differences.isEmpty()) {
            throw new ProblemException(
                    ProblemType.OTHER_TEMPLATE,
                    "The header is not the one of version %d: GET /v1/candidates/import/template."
                            .formatted(Template.VERSION),
                    differences);
        }
        return header;
    }

    /** The one that the header has more of. */
    private static char separator(String text) {
        String header = text.lines()
                .filter(l -> !l.isBlank() && !l.startsWith("#"))
                .findFirst()
                .orElse("");
        long semicolons = header.chars().filter(c -> c == ';').count();
        long commas = header.chars().filter(c -> c == ',').count();
        return commas > semicolons ? ',' : ';';
    }
}
