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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Many snapshots taken in at once leave what each of them would have left, one after the other. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class CertificationConsumerTest {

    private static final String A = "RNCP91301";
    private static final String B = "RNCP91302";
    private static final String OTHER_KIND = "RNCP91303";
    private static final String LATE = "RNCP91315";
    private static final String PLANNED = "RNCP91314";
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

    /** R15: what is examined under a version of a plan is what it was published for, whatever the register adds and drops since. */
    @Test
    void aVersionOfAPlanKeepsItsBlocksAndCompetences() throws SQLException {
        take(planned(block("BC01", "Accueillir", "C1", "C2"), block("BC02", "Informer")));
        take(planned(
                block("BC03", "Nouveau"), block("BC02", "Renseigner", "C4"), block("BC01", "Recevoir", "C1", "C3")));
        assertThat(blocks())
                .containsExactly(
                        "BC01 Recevoir: C1 of Recevoir, C2 of Accueillir", "BC02 Renseigner: C4 of Renseigner");
        take(planned(block("BC02", "Informer", "C4", "C5")));
        assertThat(blocks())
                .containsExactly("BC01 Recevoir: C1 of Recevoir, C2 of Accueillir", "BC02 Informer: C4 of Informer");
        assertThat(rows(
                        "select b ->> 'code' from certification_sheet, jsonb_array_elements(blocks) as b where number = '"
                                + PLANNED + "'"))
                .containsExactly("BC02");
    }

    /** A dead letter that is replayed comes after what was told later. */
    @Test
    void anEarlierSnapshotTakesNothingBack() throws SQLException {
        String plan =
                "\"title\": \"%s\", \"blocks\": [%s], \"plan\": {\"version\": %d, \"targets\": [], \"documentChecks\": []}";
        take(told(LATE, 7, plan.formatted("Après", block("BC01", "Après"), 2)));
        take(
                told(LATE, 6, plan.formatted("Avant", block("BC01", "Avant"), 2)),
                told(LATE, 5, plan.formatted("Avant", block("BC01", "Avant"), 1) + ROWS.formatted(A, A)));
        assertThat(rows("select title || ' ' || correspondences from certification_sheet where number = '" + LATE
                        + "'"))
                .containsExactly("Après []");
        assertThat(rows("select plan_version || ' ' || title from certification_version where number = '" + LATE
                        + "' order by 1"))
                .containsExactly("1 Avant", "2 Après");
    }

    private static IncomingEvent planned(String... blocks) {
        return told(PLANNED, """
                "title": "Titre fictif", "blocks": [%s], "plan": {"version": 1, "targets": [], "documentChecks": []}
                """.formatted(String.join(", ", blocks)));
    }

    private static String block(String code, String label, String... competences) {
        return "{\"code\": \"%s\", \"label\": \"%s\", \"competences\": [%s]}"
                .formatted(
                        code,
                        label,
                        Stream.of(competences)
                                .map(c -> "{\"code\": \"%1$s\", \"label\": \"%1$s of %2$s\"}".formatted(c, label))
                                .collect(Collectors.joining(", ")));
    }

    private List<String> blocks() throws SQLException {
        return rows("""
                select b ->> 'code' || ' ' || (b ->> 'label') || ': '
                  || (select string_agg(c ->> 'label', ', ') from jsonb_array_elements(b -> 'competences') as c)
                from certification_version, jsonb_array_elements(blocks) as b where number = '%s'
                """.formatted(PLANNED));
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
        return told(number, "\"title\": \"%s\", \"blocks\": []%s".formatted(title, more));
    }

    private static IncomingEvent told(String number, String fields) {
        return told(number, 1, fields);
    }

    private static IncomingEvent told(String number, long sequence, String fields) {
        String data = "{\"number\": \"%s\", %s}".formatted(number, fields);
        return new IncomingEvent(
                UUID.randomUUID().toString(),
                "fr.parchemin.CertificationChanged.v1",
                "/parchemin/referentiel",
                number,
                Instant.EPOCH,
                sequence,
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
