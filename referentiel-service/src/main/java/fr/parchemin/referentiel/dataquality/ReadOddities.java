package fr.parchemin.referentiel.dataquality;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads what is odd in the registers. Everyone may. */
@ApplicationScoped
class ReadOddities {

    private static final String SELECT = """
            select kind, number, other, detail from data_quality
            where (?::text is null or kind = ?) and (?::text is null or number = ?)
              and (kind, number, other, detail) > (?, ?, ?, ?)
            group by kind, number, other, detail order by kind, number, other, detail limit ?
            """;

    private final DataSource dataSource;

    ReadOddities(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A page, by kind and number; either may be fixed. */
    Page<Oddity> page(Oddity.@Nullable Kind kind, @Nullable String number, PageRequest page) {
        List<String> after = page.first() ? List.of("", "", "", "") : page.after();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            String name = kind == null ? null : kind.name();
            int i = 1;
            for (String value : new @Nullable String[] {name, name, number, number}) {
                select.setString(i++, value);
            }
            for (String value : after) {
                select.setString(i++, value);
            }
            select.setInt(i, page.fetch());
            List<Oddity> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Oddity(
                            Oddity.Kind.valueOf(row.getString(1)),
                            orNull(row.getString(2)),
                            orNull(row.getString(3)),
                            row.getString(4)));
                }
            }
            return Page.of(
                    rows,
                    page,
                    o -> List.of(o.kind().name(), orEmpty(o.number()), orEmpty(o.other()), o.detail()),
                    Function.identity());
        } catch (SQLException e) {
            throw new IllegalStateException("the quality of the data could not be read", e);
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
