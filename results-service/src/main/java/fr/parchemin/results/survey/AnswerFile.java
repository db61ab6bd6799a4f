package fr.parchemin.results.survey;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file of answers, read: UTF-8, semicolons or commas, one person a row. */
record AnswerFile(List<Line> lines) {

    /** Rows that one file may have. */
    static final int MOST_ROWS = 10_000;

    private static final List<String> COLUMNS = List.of("respondentId", "situation", "answeredOn");
    private static final DateTimeFormatter FRENCH =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

    /**
     * One row.
     *
     * @param number of its line in the file, from 1
     * @param respondentId null when it is none
     * @param situation null when it is none
     * @param answeredOn null when the row has no day
     * @param faults of form
     */
    record Line(
            int number,
            @Nullable UUID respondentId,
            @Nullable Situation situation,
            @Nullable LocalDate answeredOn,
            List<String> faults) {

        private static Line of(int number, Map<String, String> cells) {
            List<String> faults = new ArrayList<>();
            UUID id = read(cells, "respondentId", UUID::fromString, "an id of the list of respondents", faults);
            Situation situation = read(
                    cells, "situation", Situation::valueOf, "one of " + Arrays.toString(Situation.values()), faults);
            String day = cells.getOrDefault("answeredOn", "");
            LocalDate on = day.isEmpty()
                    ? null
                    : read(cells, "answeredOn", Line::day, "a day, 2026-07-03 or 03/07/2026", faults);
            return new Line(number, id, situation, on, faults);
        }

        private interface Reader<T> {
            T read(String text);
        }

        private static <T> @Nullable T read(
                Map<String, String> cells, String column, Reader<T> reader, String wanted, List<String> faults) {
            try {
                return reader.read(cells.getOrDefault(column, ""));
            } catch (IllegalArgumentException | DateTimeException e) {
                faults.add(column + ": " + wanted + ".");
                return null;
            }
        }

        private static LocalDate day(String text) {
            return text.indexOf('/') < 0 ? LocalDate.parse(text) : LocalDate.parse(text, FRENCH);
        }
    }

    /**
     * Reads a file.
     *
     * @throws ProblemException 400 when it is no CSV of answers or has too many rows
     */
    static AnswerFile read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        String first = text.lines().findFirst().orElse("");
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(first.indexOf(';') < 0 ? ',' : ';')
                .commentStrategy(CommentStrategy.NONE)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            return new AnswerFile(lines(reader));
        } catch (CsvParseException e) {
            throw new ProblemException(
                    CommonProblem.INVALID_REQUEST,
                    "This is no CSV: a quotation mark is not closed, or the file is cut off.",
                    List.of(),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Line> lines(CsvReader<CsvRecord> reader) {
        List<String> header = null;
        List<Line> lines = new ArrayList<>();
        for (CsvRecord record : reader) {
            if (header == null) {
                header = header(record.getFields());
            } else if (record.getFields().stream().anyMatch(f -> !f.isBlank())) {
                if (lines.size() == MOST_ROWS) {
                    throw new ProblemException(
                            CommonProblem.INVALID_REQUEST, "At most " + MOST_ROWS + " rows in one file: split it.");
                }
                Map<String, String> cells = new HashMap<>();
                for (int i = 0; i < Math.min(header.size(), record.getFieldCount()); i++) {
                    cells.put(header.get(i), record.getField(i).strip());
                }
                lines.add(Line.of((int) record.getStartingLineNumber(), cells));
            }
        }
        if (header == null) {
            throw new ProblemException(
                    CommonProblem.INVALID_REQUEST, "The file is empty: it needs the header " + COLUMNS + ".");
        }
        return lines;
    }

    private static List<String> header(List<String> names) {
        List<String> header = names.stream().map(String::strip).toList();
        List<Violation> wrong = new ArrayList<>();
        for (String column : COLUMNS) {
            long times = header.stream().filter(column::equals).count();
            if (times > 1) {
                wrong.add(Violation.ofField(column, "The column is there twice."));
            } else if (times == 0 && !column.equals("answeredOn")) {
                wrong.add(Violation.ofField(column, "The column is missing."));
            }
        }
        header.stream()
                .filter(name -> !COLUMNS.contains(name))
                .forEach(name -> wrong.add(Violation.ofField(name, "Unknown. Known here: " + COLUMNS + ".")));
        if (!wrong.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST, "The header is not the one of answers.", wrong);
        }
        return header;
    }
}
