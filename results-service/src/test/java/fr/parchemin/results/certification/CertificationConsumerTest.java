package fr.parchemin.results.certification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.kit.inbox.IncomingEvent;
import fr.parchemin.kit.test.ParcheminTestResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Many snapshots taken in at once leave what each of them would have left, one after the other. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class CertificationConsumerTest {

    private static final String A = "RNCP91301";
    private static final String B = "RNCP91302";
    private static final String OTHER_KIND = "RNCP91303";
    private static final String ROWS = """
            , "correspondences": [{"blocks": [], "otherNumber": "%s", "otherBlocks": ["%sBC01"]}]
            """;

    @Inject
    CertificationConsumer consumer;

    @Inject
    DataSource database;

    @Test
    void theLastOfACertificationStands() throws SQLException {
        take(
                snapshot(A, "Premier", ", \"statistics\": [" + year(2022, 1) + ", " + year(2021, 5) + "]"),
                snapshot(B, "Titre lié", ROWS.formatted(A, A)),
                snapshot(OTHER_KIND, "Diplôme", ", \"type\": \"DIPLOME\""),
                snapshot(
                        A,
                        "Dernier",
                        ", \"statistics\": [" + year(2022, 9) + ", " + year(2023, 4) + ", " + year(2023, 7) + "]"));

        assertThat(
                        rows(
                                "select number || ' ' || title from certification_sheet where number like 'RNCP9130_' order by 1"))
                .containsExactly(A + " Dernier", B + " Titre lié");
        assertThat(rows("select year || ': ' || certified from source_figure where certification_number = '" + A
                        + "' order by 1"))
                .containsExactly("2022: 9", "2023: 4");
        assertThat(tasks()).containsExactly("[\"" + A + "\", \"" + B + "\"] of " + B + ".");

        // Nothing of it says anything new about what corresponds with what, then two do.
        take(snapshot(A, "Dernier", ""), snapshot(B, "Titre lié", ROWS.formatted(A, A)));
        assertThat(tasks()).hasSize(1);
        take(snapshot(A, "Dernier", ROWS.formatted(B, B)), snapshot(B, "Titre lié", ""));
        assertThat(tasks()).hasSize(2).anyMatch(task -> task.endsWith(" of " + A + " and 1 more."));
    }

    private List<String> tasks() throws SQLException {
        return rows("select codes || replace(reason, 'The register declares correspondences', '') from booklet_task"
                + " where codes ? '" + A + "' order by created_at");
    }

    private void take(IncomingEvent... events) {
        QuarkusTransaction.requiringNew().run(() -> consumer.applyAll(List.of(events)));
    }

    private static String year(int year, int certified) {
        return "{\"year\": %d, \"certified\": %d}".formatted(year, certified);
    }

    private static IncomingEvent snapshot(String number, String title, String more) {
        String data = "{\"number\": \"%s\", \"title\": \"%s\", \"blocks\": []%s}".formatted(number, title, more);
        return new IncomingEvent(
                UUID.randomUUID().toString(),
                "fr.parchemin.CertificationChanged.v1",
                "/parchemin/referentiel",
                number,
                Instant.EPOCH,
                1,
                number,
                data.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> rows(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        }
    }
}
