package fr.parchemin.referentiel.certification;

import fr.parchemin.referentiel.identifier.Register;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * A row of a list.
 *
 * @param key what it is sorted by, as PostgreSQL writes it
 */
record ListedCertification(CertificationSummaryView view, String key) {

    static ListedCertification of(ResultSet row) throws SQLException {
        CertificationSummaryView view = new CertificationSummaryView(
                row.getString(1),
                Register.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, Integer.class),
                row.getBoolean(7),
                row.getObject(8, LocalDate.class),
                row.getObject(9, LocalDate.class),
                row.getObject(10, LocalDate.class),
                row.getObject(11, OffsetDateTime.class).toInstant(),
                null,
                row.getInt(12));
        return new ListedCertification(view, row.getString(13));
    }
}
