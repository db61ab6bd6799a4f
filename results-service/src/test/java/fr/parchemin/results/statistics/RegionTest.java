package fr.parchemin.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.kit.test.ParcheminTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The function of the database that says in which region a place lies, by the code of INSEE. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class RegionTest {

    @Inject
    DataSource database;

    @ParameterizedTest
    @CsvSource({
        "69381, 69001, 84",
        "35238, , 53",
        "2A004, 20000, 94",
        ", 20200, 94",
        "97411, 97400, 04",
        "97502, 97500, 99",
        "98818, 98800, 99",
        "01053, 01000, 84",
        "75056, , 11",
        ", , 99",
        "9, , 99"
    })
    void liesInTheRegionOfItsDepartment(@Nullable String insee, @Nullable String postal, String region)
            throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("select region_of(?, ?)")) {
            statement.setString(1, insee);
            statement.setString(2, postal);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                assertThat(row.getString(1)).isEqualTo(region);
            }
        }
    }
}
