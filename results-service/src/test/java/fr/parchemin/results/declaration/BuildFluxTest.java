package fr.parchemin.results.declaration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import fr.parchemin.kit.test.ParcheminTestResource;
import fr.parchemin.kit.test.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file of several pieces, with all that makes a piece be looked at passage by passage. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class BuildFluxTest {

    private static final String NUMBER = "RNCP999002";
    private static final int HOLDERS = 11_000;
    /** In the first piece: the checks know nothing of postal codes, the schema allows nine characters. */
    private static final int REFUSED_BY_THE_SCHEMA = 3_000;

    private static final int REFUSED_BY_THE_CHECKS = 3_001;
    private static final int HELD_BY_ANOTHER = 7_000;

    @Inject
    DataSource database;

    @Inject
    FluxRepository fluxes;

    @Inject
    DeclarationRepository declarations;

    @Inject
    Clock clock;

    @BeforeEach
    void inventHolders() throws SQLException {
        run("""
                insert into exam_session (id, type, certification_number, plan_version, centre_siret, centre_name, site_name, site_city,
                                          time_zone, starts_on, ends_on, manager, with_final_interview, remote, site_postal_code)
                select md5('pieces-session-' || n)::uuid, 'TITLE', '%s', 1, '98222438800016', 'Centre inventé', 'Plateau', 'Rennes',
                       'Europe/Paris', date '2026-10-01', date '2026-10-02', 'Inventé', false, false,
                       case n when 0 then '35000' else '1234567890' end
                from generate_series(0, 1) n
                """, """
                insert into person_identity (candidate_id, version, birth_name, first_names, sex, born_on, birth_place,
                                             birth_insee_code, birth_country_code)
                select md5('pieces-person-' || n)::uuid, 1, case n when 3001 then repeat('N', 61) else 'INVENTÉ-' || n end,
                       '["Zoé", "Alex"]', 'F', date '1970-01-01' + n, 'Rennes', '35238', 'FRA'
                from generate_series(1, %d) n
                """, """
                insert into award (number, kind, candidate_id, identity_version, certification_number, title, label, obtained_by, route,
                                   session_id, record_id, enrolment_id, centre_siret, awarded_on, visible, version)
                select 'PIECES-' || n, 'TITLE', md5('pieces-person-' || n)::uuid, 1, '%s', 'Titre', 'Titre', 'TITLE_SESSION', 'CONTINUING',
                       md5('pieces-session-0')::uuid, md5('pieces-record')::uuid, md5('pieces-enrolment-' || n)::uuid,
                       '98222438800016', date '2026-10-03', true, 0
                from generate_series(1, %d) n
                """, """
                insert into declaration (id, award_number, certification_number, candidate_id, identity_version, session_id, route,
                                         by_equivalence, awarded_on, due_on, state, changed_at, version)
                select lpad(to_hex(n), 32, '0')::uuid, 'PIECES-' || n, '%s', md5('pieces-person-' || n)::uuid, 1,
                       md5('pieces-session-' || (n = 3000)::int)::uuid, 'CONTINUING', false, date '2026-10-03', date '2099-01-01', 'READY',
                       now(), 0
                from generate_series(1, %d) n
                """);
    }

    @AfterEach
    void forgetThem() throws SQLException {
        run(
                "delete from declaration_passage where flux_id in (select id from declaration_flux where certification_number = '%s')",
                "delete from declaration_flux_piece where flux_id in (select id from declaration_flux where certification_number = '%s')",
                "delete from declaration_flux where certification_number = '%s'",
                "delete from declaration where certification_number = '%s'",
                "delete from award where certification_number = '%s'",
                "delete from exam_session where certification_number = '%s'",
                "delete from person_identity where candidate_id in (select md5('pieces-person-' || n)::uuid from generate_series(1, 11000) n)");
    }

    @Test
    void whoIsRefusedOrHeldByAnotherStaysOutAndTheOthersGo()
            throws SQLException, IOException, NoSuchAlgorithmException {
        Flux flux;
        try (Connection another = database.getConnection()) {
            another.setAutoCommit(false);
            try (Statement hold = another.createStatement()) {
                hold.executeQuery(
                        "select 1 from declaration where award_number = 'PIECES-" + HELD_BY_ANOTHER + "' for update");
                flux = built();
            } finally {
                another.rollback();
            }
        }
        assertThat(flux.passages()).isEqualTo(HOLDERS - 3);
        assertThat(flux.setAside()).isEqualTo(2);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        fluxes.write(flux.id(), file);
        assertThat(flux.bytes()).isEqualTo(file.size());
        assertThat(flux.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(file.toByteArray())));
        assertThat(FluxSchema.faults(FluxSchema.Version.V1_1_5, file.toByteArray()))
                .isEmpty();
        List<String> expected = new ArrayList<>();
        for (int n = 1; n <= HOLDERS; n++) {
            if (n != REFUSED_BY_THE_SCHEMA && n != REFUSED_BY_THE_CHECKS && n != HELD_BY_ANOTHER) {
                expected.add(new UUID(0, n).toString());
            }
        }
        assertThat(Pattern.compile("<cpf:idTechnique>([^<]*)<")
                        .matcher(file.toString(StandardCharsets.UTF_8))
                        .results()
                        .map(m -> m.group(1)))
                .containsExactlyElementsOf(expected);
        assertThat(list("select declaration_id::text from declaration_passage where flux_id = '" + flux.id()
                        + "' order by position"))
                .containsExactlyElementsOf(expected);
        assertThat(list("""
                        select state || ' ' || attempts || ' ' || coalesce(faults -> 0 ->> 'rule', '') || ' ' || min(award_number)
                        from declaration where certification_number = '%s'
                        group by state, attempts, faults -> 0 ->> 'rule' order by 1
                        """.formatted(NUMBER)))
                .containsExactly(
                        "IN_FLUX 1  PIECES-1",
                        "READY 0  PIECES-" + HELD_BY_ANOTHER,
                        "SET_ASIDE 0 D15 PIECES-" + REFUSED_BY_THE_CHECKS,
                        "SET_ASIDE 0 D6 PIECES-" + REFUSED_BY_THE_SCHEMA);

        // Who was held goes with the next file, alone.
        assertThat(built().passages()).isEqualTo(1);
    }

    /** Two builds of the same file give the same bytes, the stamp and the id of the file apart (D14). */
    @Test
    void aFileThatIsGivenUpIsBuiltAgainToTheSameBytes() throws IOException {
        Flux first = built();
        String file = text(first);
        QuarkusTransaction.requiringNew().run(() -> {
            Flux held = fluxes.held(first.id()).orElseThrow();
            held.end(Flux.State.DISCARDED, "Test", clock.instant());
            declarations.release(first.id(), clock.instant());
        });
        Flux second = built();
        assertThat(second.passages()).isEqualTo(first.passages()).isEqualTo(HOLDERS - 2);
        assertThat(text(second).substring(text(second).indexOf("<cpf:action>")))
                .isEqualTo(file.substring(file.indexOf("<cpf:action>")));
    }

    /** Those alone that were rejected, by whatever way the pieces are read; the others wait for another file (D5). */
    @Test
    void rejectedOnesGoInAFileOfTheirOwn() throws SQLException, IOException {
        run("""
                update declaration set treatment = case when award_number = 'PIECES-2' then 'TO_CORRECT' else 'RESENT' end
                where award_number in ('PIECES-2', 'PIECES-3', 'PIECES-3000', 'PIECES-9000')
                """);
        Flux resent = built(Flux.Action.CREATION, true);
        assertThat(resent.setAside()).isEqualTo(1);
        assertThat(text(resent))
                .contains(new UUID(0, 3).toString(), new UUID(0, 9_000).toString())
                .doesNotContain(new UUID(0, 2).toString());
        assertThat(resent.passages()).isEqualTo(2);
        assertThat(built().passages()).isEqualTo(HOLDERS - 4);
    }

    /** What was taken in and has ended is deleted there or waits for it; it is never declared again. */
    @Test
    void aDeletionThatDoesNotPassTheChecksIsNeverDeclaredAgain() throws SQLException, IOException {
        run("""
                update declaration set state = 'DELETION_READY', ended_on = date '2026-11-01'
                where award_number in ('PIECES-1', 'PIECES-3000', 'PIECES-3001')
                """);
        Flux deletions = built(Flux.Action.SUPPRESSION, false);
        assertThat(deletions.passages()).isEqualTo(1);
        assertThat(deletions.setAside()).isEqualTo(2);
        for (int n : List.of(REFUSED_BY_THE_SCHEMA, REFUSED_BY_THE_CHECKS)) {
            String id = new UUID(0, n).toString();
            given().auth()
                    .oauth2(Tokens.of("demo-certifier"))
                    .get("/v1/declarations/holders/" + id)
                    .then()
                    .body("state", equalTo("DELETION_REJECTED"))
                    .body("faults.rule", hasItem(n == REFUSED_BY_THE_SCHEMA ? "D6" : "D15"));
            given().auth()
                    .oauth2(Tokens.of("demo-certifier"))
                    .contentType(ContentType.JSON)
                    .body(Map.of("reason", "Essai fictif"))
                    .post("/v1/declarations/holders/" + id + "/retry")
                    .then()
                    .body("state", equalTo("DELETION_READY"))
                    .body("faults", empty());
        }
        Flux creations = built();
        assertThat(creations.passages()).isEqualTo(HOLDERS - 3);
        assertThat(text(creations))
                .doesNotContain(
                        new UUID(0, 1).toString(),
                        new UUID(0, REFUSED_BY_THE_SCHEMA).toString(),
                        new UUID(0, REFUSED_BY_THE_CHECKS).toString());
    }

    private String text(Flux flux) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        fluxes.write(flux.id(), file);
        return file.toString(StandardCharsets.UTF_8);
    }

    private Flux built() {
        return built(Flux.Action.CREATION, false);
    }

    private Flux built(Flux.Action action, boolean resentOnly) {
        Flux ordered = new Flux(
                NUMBER,
                action,
                resentOnly,
                FluxSchema.Version.V1_1_5,
                new CdcTerms.Sender("CLIENT01", "CERTIF01", "CONTRAT-FICTIF", "CERTIFICATEUR"),
                clock.instant(),
                "test");
        QuarkusTransaction.requiringNew().run(() -> fluxes.persist(ordered));
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> QuarkusTransaction.requiringNew().call(() -> fluxes.findById(ordered.id())),
                        flux -> flux.state() == Flux.State.BUILT);
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(sql.replace("%s", NUMBER).replace("%d", String.valueOf(HOLDERS)));
            }
        }
    }

    private List<String> list(String sql) throws SQLException {
        List<String> list = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                list.add(rows.getString(1));
            }
        }
        return list;
    }
}
