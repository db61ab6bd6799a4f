package fr.parchemin.referentiel.certification;

import fr.parchemin.referentiel.bulk.CopyRows;
import fr.parchemin.referentiel.identifier.Register;
import fr.parchemin.referentiel.sheet.Packed;
import fr.parchemin.referentiel.sheet.Partner;
import fr.parchemin.referentiel.sheet.Sheet;
import fr.parchemin.referentiel.sheet.StoredJson;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Records the sheets of a whole register in one transaction: what {@link RecordSheet} does for one. {@link #known} comes
 * first; nobody else records a sheet until the transaction ends.
 */
@ApplicationScoped
public class RecordManySheets {

    private static final String COLUMNS = """
            number, register, title, search_text, search_details, acronym, type, level, active, effective_on, decided_on,
            registration_ends_on, last_delivery_on, nsf, rome, formacodes, certifier_sirets, open_routes, predecessors,
            successors, corresponding, sheet, partners, content_hash, raw_hash, source_feed, source_version, source_date,
            imported_at, updated_at, version""";

    private static final int COLUMN_COUNT = 31;

    private static final String KNOWN = """
            select number, raw_hash, content_hash, active, registration_ends_on, acronym, missing_since is not null
            from certification
            """;

    private static final String ADMINISTERED = """
            select number from certification c
            where number = any(?)
              and (acronym is not null or exists (select from competence k where k.certification_number = c.number))
            """;

    private static final String UPDATE = """
            update certification c
            set title = s.title, search_text = s.search_text, search_details = s.search_details, type = s.type,
                level = s.level, active = s.active, effective_on = s.effective_on, decided_on = s.decided_on,
                registration_ends_on = s.registration_ends_on, last_delivery_on = s.last_delivery_on, nsf = s.nsf,
                rome = s.rome, formacodes = s.formacodes, certifier_sirets = s.certifier_sirets,
                open_routes = s.open_routes, predecessors = s.predecessors, successors = s.successors,
                corresponding = s.corresponding, sheet = s.sheet, partners = s.partners, content_hash = s.content_hash,
                raw_hash = s.raw_hash, source_feed = s.source_feed, source_version = s.source_version,
                source_date = s.source_date, imported_at = s.imported_at, updated_at = s.updated_at,
                missing_since = null, version = c.version + 1
            from staged_certification s
            where s.number = c.number
            """;

    private final DataSource dataSource;
    private final Event<SheetMemory.Changed> changed;
    private final Clock clock;

    RecordManySheets(DataSource dataSource, Event<SheetMemory.Changed> changed, Clock clock) {
        this.dataSource = dataSource;
        this.changed = changed;
        this.clock = clock;
    }

    /** Everything recorded, by number. */
    @Transactional(TxType.MANDATORY)
    public Map<String, KnownSheet> known() {
        changed.fire(new SheetMemory.Changed());
        LocalDate today = Days.today(clock);
        return inConnection(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(RecordSheet.AWAIT_TURN);
                statement.execute("create temporary table staged_certification on commit drop as select " + COLUMNS
                        + " from certification with no data");
                Map<String, KnownSheet> known = new HashMap<>();
                statement.setFetchSize(2000);
                try (ResultSet row = statement.executeQuery(KNOWN)) {
                    while (row.next()) {
                        known.put(row.getString(1), known(row, today));
                    }
                }
                return known;
            }
        });
    }

    /** Records sheets of certifications that are not known yet. */
    @Transactional(TxType.MANDATORY)
    public void create(Collection<PreparedSheet> sheets, SheetSource source) {
        useConnection(connection -> {
            CopyRows rows = new CopyRows(COLUMN_COUNT);
            Instant now = momentOfWriting(connection);
            sheets.forEach(sheet -> write(rows, sheet, null, source, now));
            rows.copyInto(connection, "certification (" + COLUMNS + ")");
        });
    }

    /** Records sheets that differ from what is known. */
    @Transactional(TxType.MANDATORY)
    public void change(Map<KnownSheet, PreparedSheet> sheets, SheetSource source) {
        if (sheets.isEmpty()) {
            return;
        }
        CopyRows rows = new CopyRows(COLUMN_COUNT);
        Instant now = clock.instant();
        sheets.forEach((known, sheet) -> write(rows, sheet, known.acronym(), source, now));
        useConnection(connection -> {
            rows.copyInto(connection, "staged_certification (" + COLUMNS + ")");
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(UPDATE);
                statement.executeUpdate("truncate staged_certification");
            }
        });
    }

    /** Notes the bytes in which sheets came that say what is known already. */
    @Transactional(TxType.MANDATORY)
    public void cameAs(List<String> numbers, List<byte[]> digests) {
        if (numbers.isEmpty()) {
            return;
        }
        useConnection(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("update certification set raw_hash = ? where number = ?")) {
                for (int i = 0; i < numbers.size(); i++) {
                    update.setBytes(1, digests.get(i));
                    update.setString(2, numbers.get(i));
                    update.addBatch();
                }
                update.executeBatch();
            }
        });
    }

    /**
     * Marks certifications that an export no longer holds; they stay.
     *
     * @param since date of the export, null when they are back
     */
    @Transactional(TxType.MANDATORY)
    public void missing(Collection<String> numbers, @Nullable LocalDate since) {
        if (numbers.isEmpty()) {
            return;
        }
        useConnection(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update certification set missing_since = ?, version = version + 1 where number = any(?)")) {
                update.setObject(1, since);
                update.setArray(2, connection.createArrayOf("text", numbers.toArray()));
                update.executeUpdate();
            }
        });
    }

    /**
     * Leaves the table as searches like it, once what was recorded is committed: otherwise they go through all that was
     * written until PostgreSQL has come round to it by itself.
     */
    @Transactional(TxType.NEVER)
    public void tidy() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum (analyze) certification, search_word");
        } catch (SQLException e) {
            Log.infof("Searches are slow until PostgreSQL tidies up by itself: %s", e.getMessage());
        }
    }

    /** Sheets as they are recorded, for comparing. */
    @Transactional(TxType.MANDATORY)
    public Map<String, Recorded> recorded(Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        return inConnection(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select number, sheet, partners from certification where number = any(?)")) {
                select.setArray(1, connection.createArrayOf("text", numbers.toArray()));
                Map<String, Recorded> sheets = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        sheets.put(
                                row.getString(1),
                                new Recorded(
                                        StoredJson.read(Packed.unpack(row.getBytes(2)), Sheet.class),
                                        List.of(StoredJson.read(Packed.unpack(row.getBytes(3)), Partner[].class))));
                    }
                }
                return sheets;
            }
        });
    }

    /** Those of the certifications for which we keep competences or an acronym. */
    @Transactional(TxType.MANDATORY)
    public Set<String> administered(Collection<String> numbers) {
        return inConnection(connection -> {
            try (PreparedStatement select = connection.prepareStatement(ADMINISTERED)) {
                select.setArray(1, connection.createArrayOf("text", numbers.toArray()));
                Set<String> administered = new HashSet<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        administered.add(row.getString(1));
                    }
                }
                return administered;
            }
        });
    }

    /** A recorded sheet and its partners. */
    public record Recorded(Sheet sheet, List<Partner> partners) {}

    /** By the clock of the database, which gives a single row its own: a trigger or a default for each would slow COPY by a quarter. */
    private static Instant momentOfWriting(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select moment_of_writing()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static KnownSheet known(ResultSet row, LocalDate today) throws SQLException {
        Boolean active = row.getObject(4, Boolean.class);
        LocalDate endsOn = row.getObject(5, LocalDate.class);
        return new KnownSheet(
                row.getString(1),
                row.getBytes(2),
                row.getString(3),
                Certification.isActive(active, endsOn, today),
                row.getString(6),
                row.getBoolean(7));
    }

    private static void write(
            CopyRows rows, PreparedSheet sheet, @Nullable String acronym, SheetSource source, Instant now) {
        SheetColumns c = sheet.columns();
        Register register = c.register();
        rows.row()
                .text(c.number())
                .text(register.name())
                .text(c.title())
                .text(SheetColumns.searchText(c.number(), c.title(), acronym))
                .text(c.searchDetails())
                .text(acronym)
                .text(c.type())
                .integer(c.level())
                .bool(c.active())
                .date(c.effectiveOn())
                .date(c.decidedOn())
                .date(c.registrationEndsOn())
                .date(c.lastDeliveryOn())
                .texts(c.nsf())
                .texts(c.rome())
                .texts(c.formacodes())
                .texts(c.certifierSirets())
                .texts(c.openRoutes())
                .texts(c.predecessors())
                .texts(c.successors())
                .texts(c.corresponding())
                .bytes(c.sheet())
                .bytes(c.partners())
                .text(c.contentHash())
                .bytes(sheet.rawHash())
                .text(source.feed())
                .text(source.version())
                .date(source.date())
                .instant(source.importedAt().truncatedTo(ChronoUnit.MICROS))
                .instant(now.truncatedTo(ChronoUnit.MICROS))
                .integer(0);
    }

    private <T> T inConnection(Work<T> work) {
        // The connection of the transaction, and the same one each time.
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the sheets could not be recorded", e);
        }
    }

    private void useConnection(Step step) {
        boolean unused = inConnection(connection -> {
            step.on(connection);
            return true;
        });
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private interface Step {
        void on(Connection connection) throws SQLException;
    }
}
