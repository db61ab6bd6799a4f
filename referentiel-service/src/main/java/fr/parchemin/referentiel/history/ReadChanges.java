package fr.parchemin.referentiel.history;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.referentiel.certification.ReadCertification;
import fr.parchemin.referentiel.history.ChangeView.FieldChange;
import fr.parchemin.referentiel.history.ChangeView.Kind;
import fr.parchemin.referentiel.sheet.StoredJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/** Reads what imports changed, latest first. Everyone may. */
@ApplicationScoped
class ReadChanges {

    private static final String SELECT = """
            select id, export_date, feed, changed_at, kind, fields from certification_change
            where certification_number = ? and id < ? order by id desc limit ?
            """;

    private final DataSource dataSource;
    private final ReadCertification certifications;

    ReadChanges(DataSource dataSource, ReadCertification certifications) {
        this.dataSource = dataSource;
        this.certifications = certifications;
    }

    @Transactional
    Page<ChangeView> page(String number, PageRequest page) {
        certifications.one(number); // an unknown certification is said to be unknown
        return Page.of(rows(number, page), page, row -> List.of(Long.toString(row.id())), Function.identity());
    }

    private List<ChangeView> rows(String number, PageRequest page) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, number);
            select.setLong(2, page.first() ? Long.MAX_VALUE : page.after(0, Long::parseLong));
            select.setInt(3, page.fetch());
            List<ChangeView> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new ChangeView(
                            row.getLong(1),
                            row.getObject(2, LocalDate.class),
                            row.getString(3),
                            row.getObject(4, OffsetDateTime.class).toInstant(),
                            Kind.valueOf(row.getString(5)),
                            List.of(StoredJson.read(row.getString(6), FieldChange[].class))));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("the changes of " + number + " could not be read", e);
        }
    }
}
