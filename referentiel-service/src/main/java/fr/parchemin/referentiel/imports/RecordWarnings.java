package fr.parchemin.referentiel.imports;

import fr.parchemin.referentiel.bulk.CopyRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Keeps what looks wrong in sheets, by certification and until a sheet is read anew. */
@ApplicationScoped
class RecordWarnings {

    /** The XML says all that the CSV set says, and more. */
    private static final String FORGET =
            "delete from certification_warning where certification_number = any(?) and feed in (?, 'CSV')";

    private final DataSource dataSource;

    RecordWarnings(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Replaces the warnings of sheets that were read.
     *
     * @param feed {@code XML} or {@code CSV}
     * @param known those of the sheets that were known before
     * @param warnings by certification; those without any may be left out
     */
    @Transactional(TxType.MANDATORY)
    void replace(String feed, Collection<String> known, Map<String, List<String>> warnings) {
        CopyRows rows = new CopyRows(4);
        warnings.forEach((number, reasons) -> {
            for (int i = 0; i < reasons.size(); i++) {
                rows.row().text(number).text(feed).integer(i + 1).text(reasons.get(i));
            }
        });
        try (Connection connection = dataSource.getConnection()) {
            if (!known.isEmpty()) {
                try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
                    forget.setArray(1, connection.createArrayOf("text", known.toArray()));
                    forget.setString(2, feed);
                    forget.executeUpdate();
                }
            }
            rows.copyInto(connection, "certification_warning (certification_number, feed, rank, reason)");
        } catch (SQLException e) {
            throw new IllegalStateException("the warnings could not be recorded", e);
        }
    }
}
