package fr.parchemin.referentiel.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.kit.test.ParcheminTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Rows arrive in PostgreSQL as they were written. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class CopyRowsTest {

    private static final UUID ID = UUID.fromString("01a22596-1d97-7d22-a901-6d2a574e0dc7");
    /** Several times what there is room for at first. */
    private static final int MANY = 300_000;

    @Inject
    DataSource dataSource;

    @Test
    void everyTypeArrivesAsItWas() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create temporary table copied (rank integer, t text, b bytea, y boolean, d date, i timestamptz,"
                            + " u uuid, a text[])");
            CopyRows rows = new CopyRows(8);
            rows.row()
                    .integer(1)
                    .text("l'été\0 à Nîmes")
                    .bytes(new byte[] {0, -1})
                    .bool(true)
                    .date(LocalDate.of(1999, 12, 31))
                    .instant(Instant.parse("2026-11-29T05:00:00.123456Z"))
                    .uuid(ID)
                    .texts(List.of("un", "", "deux, \"trois\""));
            rows.row()
                    .integer(null)
                    .text(null)
                    .bytes(null)
                    .bool(null)
                    .date(null)
                    .instant(null)
                    .uuid(ID)
                    .texts(List.of());
            rows.row()
                    .integer(-7)
                    .text("x".repeat(MANY))
                    .bytes(new byte[MANY])
                    .bool(false)
                    .date(LocalDate.of(2024, 2, 29))
                    .instant(Instant.EPOCH)
                    .uuid(ID)
                    .texts(List.of("y".repeat(MANY)));
            rows.copyInto(connection, "copied");
            assertThat(rows.isEmpty()).isTrue();
            rows.copyInto(connection, "copied");

            assertThat(rows(
                            statement,
                            "select concat_ws('|', rank, t, b, y, d, i at time zone 'UTC', u, a, array_lower(a, 1))"
                                    + " from copied where rank = 1"))
                    .containsExactly("1|l'été à Nîmes|\\x00ff|t|1999-12-31|2026-11-29 05:00:00.123456|" + ID
                            + "|{un,\"\",\"deux, \\\"trois\\\"\"}|1");
            assertThat(rows(statement, "select concat_ws('|', t, b, y, d, i, u, a) from copied where rank is null"))
                    .containsExactly(ID + "|{}");
            assertThat(rows(
                            statement,
                            "select concat_ws('|', length(t), length(b), y, d, extract(epoch from i)::integer, length(a[1]))"
                                    + " from copied where rank = -7"))
                    .containsExactly(MANY + "|" + MANY + "|f|2024-02-29|0|" + MANY);
            assertThat(rows(statement, "select count(*) from copied")).containsExactly("3");
            statement.execute("drop table copied");
        }
    }

    private static List<String> rows(Statement statement, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
