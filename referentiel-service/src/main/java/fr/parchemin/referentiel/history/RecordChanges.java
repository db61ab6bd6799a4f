package fr.parchemin.referentiel.history;

import fr.parchemin.referentiel.bulk.CopyRows;
import fr.parchemin.referentiel.certification.PreparedSheet;
import fr.parchemin.referentiel.certification.RecordManySheets.Recorded;
import fr.parchemin.referentiel.history.ChangeView.Kind;
import fr.parchemin.referentiel.sheet.StoredJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** Keeps what an import changed, in the transaction that changes it. */
@ApplicationScoped
public class RecordChanges {

    private static final String TARGET =
            "certification_change (certification_number, export_date, feed, changed_at, kind, fields)";
    private static final int COLUMNS = 6;

    private final DataSource dataSource;
    private final Clock clock;

    RecordChanges(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * Where the changes come from.
     *
     * @param date day of the export
     * @param feed {@code XML} or {@code CSV}
     */
    public record Export(LocalDate date, String feed) {}

    /** A certification whose sheet differs from what was recorded. */
    public record Changed(Recorded before, PreparedSheet after, boolean closed) {}

    @Transactional(TxType.MANDATORY)
    public void created(Export export, Collection<String> numbers) {
        without(export, Kind.CREATED, numbers);
    }

    @Transactional(TxType.MANDATORY)
    public void missing(Export export, Collection<String> numbers) {
        without(export, Kind.MISSING, numbers);
    }

    @Transactional(TxType.MANDATORY)
    public void returned(Export export, Collection<String> numbers) {
        without(export, Kind.RETURNED, numbers);
    }

    @Transactional(TxType.MANDATORY)
    public void changed(Export export, List<Changed> changes) {
        CopyRows rows = new CopyRows(COLUMNS);
        for (Changed change : changes) {
            String fields = StoredJson.write(SheetDifference.between(
                    change.before().sheet(),
                    change.before().partners(),
                    change.after().sheet(),
                    change.after().partners()));
            write(rows, export, change.after().number(), change.closed() ? Kind.CLOSED : Kind.CHANGED, fields);
        }
        copy(rows);
    }

    private void without(Export export, Kind kind, Collection<String> numbers) {
        CopyRows rows = new CopyRows(COLUMNS);
        numbers.forEach(number -> write(rows, export, number, kind, "[]"));
        copy(rows);
    }

    private void write(CopyRows rows, Export export, String number, Kind kind, String fields) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        rows.row()
                .text(number)
                .date(export.date())
                .text(export.feed())
                .instant(now)
                .text(kind.name())
                .text(fields);
    }

    private void copy(CopyRows rows) {
        try (Connection connection = dataSource.getConnection()) {
            rows.copyInto(connection, TARGET);
        } catch (SQLException e) {
            throw new IllegalStateException("the changes could not be recorded", e);
        }
    }
}
