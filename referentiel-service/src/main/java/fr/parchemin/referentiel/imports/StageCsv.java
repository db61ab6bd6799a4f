package fr.parchemin.referentiel.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import fr.parchemin.referentiel.bulk.CopyRows;
import fr.parchemin.referentiel.feed.CsvFile;
import fr.parchemin.referentiel.feed.CsvSheet;
import fr.parchemin.referentiel.identifier.Normalised;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings the rows of the ten CSV files together by certification. They lie in a temporary table meanwhile, so that memory
 * holds one certification and not a register.
 */
final class StageCsv {

    private static final int BATCH = 5_000;

    private final Connection connection;
    private final Map<String, Integer> unknownColumns = new TreeMap<>();

    StageCsv(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temporary table staged_csv"
                    + " (number text not null, file integer not null, rank integer not null, line integer not null,"
                    + " cells text[] not null)"
                    + " on commit drop");
        }
    }

    /** Columns that no known version of the set has, with the file that has them. */
    Map<String, Integer> unknownColumns() {
        return unknownColumns;
    }

    /**
     * Takes in all files of the set.
     *
     * @throws RefusedImportException when the main file is missing, or one is no CSV of the set
     */
    void take(FeedFile set) throws IOException, SQLException {
        Set<CsvFile> seen = EnumSet.noneOf(CsvFile.class);
        for (FeedFile.Part part : set.parts()) {
            CsvFile file = CsvFile.named(part.plainName())
                    .orElseThrow(() ->
                            new RefusedImportException(part.name() + " is none of the ten files of the CSV set."));
            if (!seen.add(file)) {
                throw new RefusedImportException("The zip holds two files for " + file.columns() + ".");
            }
            try (InputStream in = set.read(part)) {
                rows(file, part.name(), in);
            }
        }
        if (!seen.contains(CsvFile.STANDARD)) {
            throw new RefusedImportException(
                    "The zip lacks the file Standard, without which there is no certification.");
        }
        if (seen.size() < CsvFile.values().length) {
            throw new RefusedImportException("The zip holds " + seen.size()
                    + " of the ten files of the set; a missing one would look like ten thousand deletions.");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("create index on staged_csv (number, file, rank)");
            statement.execute("analyze staged_csv");
        }
    }

    /** Gives every certification of the set, in the order of their numbers. */
    void forEach(Consumer<CsvSheet> consumer) throws SQLException {
        CsvFile[] files = CsvFile.values();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(2_000);
            CsvSheet sheet = null;
            try (ResultSet row = statement.executeQuery(
                    "select number, file, cells, line from staged_csv order by number, file, rank")) {
                while (row.next()) {
                    String number = row.getString(1);
                    if (sheet == null || !sheet.number().equals(number)) {
                        hand(sheet, consumer);
                        sheet = new CsvSheet(number);
                    }
                    String[] cells = (String[]) row.getArray(3).getArray();
                    CsvFile file = files[row.getInt(2)];
                    sheet.add(file, List.of(cells));
                    if (file == CsvFile.STANDARD) {
                        sheet.standsOn(row.getInt(4));
                    }
                }
            }
            hand(sheet, consumer);
        }
    }

    private static void hand(@Nullable CsvSheet sheet, Consumer<CsvSheet> consumer) {
        if (sheet != null) {
            consumer.accept(sheet);
        }
    }

    private void rows(CsvFile file, String name, InputStream in) throws IOException, SQLException {
        CopyRows rows = new CopyRows(5);
        int rank = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(';')
                .detectBomHeader(true)
                // A decoder of its own refuses what is no UTF-8; the one by name would put other characters there.
                .ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()))) {
            int[] places = null;
            for (CsvRecord record : reader) {
                if (places == null) {
                    places = places(file, name, record.getFields());
                    continue;
                }
                List<String> cells = cells(places, record);
                rows.row()
                        .text(Normalised.code(cells.getFirst()))
                        .integer(file.ordinal())
                        .integer(rank++)
                        .integer(Math.toIntExact(record.getStartingLineNumber()))
                        .texts(cells);
                if (rank % BATCH == 0) {
                    rows.copyInto(connection, "staged_csv");
                }
            }
            if (places == null) {
                throw new RefusedImportException(name + " is empty.");
            }
        } catch (CsvParseException e) {
            throw new RefusedImportException(name + " is no CSV: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new RefusedImportException(
                        name + " is not in UTF-8: send the set as it was published, or save it in UTF-8.", e);
            }
            throw new RefusedImportException(name + " cannot be read: the file is damaged or was cut off.", e);
        }
        rows.copyInto(connection, "staged_csv");
    }

    /** Where each known column stands in this file, -1 for nowhere. */
    private int[] places(CsvFile file, String name, List<String> header) {
        List<String> known =
                file.columns().stream().map(c -> c.toLowerCase(Locale.ROOT)).toList();
        int[] places = new int[known.size()];
        Arrays.fill(places, -1);
        for (int i = 0; i < header.size(); i++) {
            String column = Normalised.trimmed(header.get(i)).toLowerCase(Locale.ROOT);
            int at = known.indexOf(column);
            if (at >= 0) {
                places[at] = i;
            } else {
                unknownColumns.merge(name + "/" + header.get(i), 1, Integer::sum);
            }
        }
        if (places[0] < 0) {
            throw new RefusedImportException(name + " has no column Numero_Fiche.");
        }
        return places;
    }

    private static List<String> cells(int[] places, CsvRecord record) {
        List<String> cells = new ArrayList<>(places.length);
        for (int place : places) {
            cells.add(place < 0 || place >= record.getFieldCount() ? "" : record.getField(place));
        }
        return cells;
    }
}
