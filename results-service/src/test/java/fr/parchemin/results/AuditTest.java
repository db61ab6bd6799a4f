package fr.parchemin.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.parchemin.kit.test.ParcheminTestResource;
import fr.parchemin.results.ToldSession.Candidate;
import fr.parchemin.results.audit.AuditTrail;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Who read and changed what is noted, stays noted, and is proven. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class AuditTest extends JourneyBase {

    @Inject
    DataSource database;

    private static JsonPath trail(String subject) {
        return as("demo-authority")
                .queryParam("subjectId", subject)
                .queryParam("limit", 500)
                .get("/v1/audit")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void notesEveryStepOfARecordAndWhoReadIt() {
        Candidate candidate = candidate("FICTIF-TRACE");
        String record = submittedBlock(Rncp37722.BC03, false, candidate, "QP");
        as("demo-authority")
                .post("/v1/records/" + record + "/validation")
                .then()
                .statusCode(200);
        as("demo-centre").post("/v1/records/" + record + "/notification").then().statusCode(200);
        as("demo-centre").get("/v1/records/" + record).then().statusCode(200);
        as("demo-centre-2").get("/v1/records/" + record).then().statusCode(404);

        JsonPath steps = trail(record);
        assertThat(steps.getList("items.findAll { it.chain == 'CHANGE' }.action", String.class))
                .containsExactly(
                        "recordDrafted",
                        "recordSigned",
                        "recordSigned",
                        "recordSubmitted",
                        "recordValidated",
                        "recordNotified");
        assertThat(steps.getList("items.findAll { it.chain == 'CHANGE' }.actor", String.class))
                .containsExactly(
                        "demo-juror-1", "demo-juror-1", "demo-juror-2", "demo-centre", "demo-authority", "demo-centre");
        assertThat(steps.getList("items.findAll { it.chain == 'ACCESS' }.actor", String.class))
                .containsExactly("demo-centre");
        assertThat(steps.getList("items.findAll { it.action == 'getRecord' }.details.people.flatten()", String.class))
                .containsExactly(candidate.id().toString());

        as("demo-platform")
                .get("/v1/candidates/" + candidate.id() + "/booklet")
                .then()
                .statusCode(200);
        as("demo-platform")
                .queryParam("candidateId", candidate.id())
                .get("/v1/awards")
                .then()
                .statusCode(200);
        assertThat(trail(candidate.id().toString()).getList("items.action", String.class))
                .contains("identityReceived", "getBooklet", "listAwards");
        // What the jury found and decided is in none of it.
        assertThat(trail(candidate.enrolmentId().toString()).getString("items"))
                .contains("findingRecorded")
                .doesNotContain("ACQUIRED", "OBTAINED", "AWARDED");
        as("demo-centre").get("/v1/audit").then().statusCode(403);
        as("demo-platform").get("/v1/audit/verification").then().statusCode(403);
    }

    @Test
    void refusesWhatCannotBeNoted() throws SQLException {
        Candidate candidate = candidate("FICTIF-SANS-TRACE");
        String record = submittedBlock(Rncp37722.BC03, false, candidate, "QP");
        execute("alter table audit_entry add constraint ck_test check (subject_id <> '" + record + "') not valid");
        try {
            as("demo-authority")
                    .post("/v1/records/" + record + "/validation")
                    .then()
                    .statusCode(500);
            as("demo-authority").get("/v1/records/" + record).then().statusCode(500);
        } finally {
            execute("alter table audit_entry drop constraint ck_test");
        }
        as("demo-authority").get("/v1/records/" + record).then().statusCode(200).body("state", equalTo("SUBMITTED"));
    }

    @Test
    void provesTheTrailAndNamesTheFirstBrokenLink() throws Exception {
        List<Callable<Integer>> reads = IntStream.range(0, 40)
                .<Callable<Integer>>mapToObj(
                        i -> () -> as("demo-centre").get("/v1/results").statusCode())
                .toList();
        try (ExecutorService several = Executors.newFixedThreadPool(8)) {
            assertThat(several.invokeAll(reads).stream().map(JourneyBase::get)).containsOnly(200);
        }
        as("demo-operator")
                .get("/v1/audit/verification")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true))
                .body("trails", hasSize(2))
                .body("records.intact", equalTo(true));
        for (String change : List.of(
                "update audit_entry set actor = 'somebody else' where position is not null",
                "update audit_entry set hash = 'x' where position is not null",
                "delete from audit_entry",
                "truncate audit_entry")) {
            assertThatThrownBy(() -> execute(change)).as(change).isInstanceOf(SQLException.class);
        }
        // Behind the back of the trigger the chain tells where.
        long position = Long.parseLong(scalar("select max(position) - 5 from audit_entry where chain = 'ACCESS'"));
        String actor = scalar("select actor from audit_entry where chain = 'ACCESS' and position = " + position);
        String where = " where chain = 'ACCESS' and position = " + position;
        execute("alter table audit_entry disable trigger audit_entry_stays");
        try {
            execute("update audit_entry set actor = 'somebody else'" + where);
            as("demo-operator")
                    .get("/v1/audit/verification")
                    .then()
                    .statusCode(200)
                    .body("intact", equalTo(false))
                    .body("trails[0].chain", equalTo("ACCESS"))
                    .body("trails[0].firstBroken.position", equalTo((int) position))
                    .body("trails[0].firstBroken.entryId", notNullValue())
                    .body("trails[0].firstBroken.reason", equalTo("The entry is not what was written."))
                    .body("trails[1].intact", equalTo(true));
            execute("update audit_entry set actor = '" + actor + "'" + where);
            // One taken out is missed.
            execute("create table taken_out as select * from audit_entry" + where, "delete from audit_entry" + where);
            as("demo-operator")
                    .get("/v1/audit/verification")
                    .then()
                    .body("trails[0].firstBroken.reason", equalTo("Entry " + position + " is missing."));
            execute("insert into audit_entry overriding system value select * from taken_out", "drop table taken_out");
        } finally {
            execute("alter table audit_entry enable trigger audit_entry_stays");
        }
        await().untilAsserted(() ->
                as("demo-operator").get("/v1/audit/verification").then().body("intact", equalTo(true)));
    }

    @Test
    void provesAChainThatGrowsMeanwhile() throws Exception {
        List<Callable<Boolean>> several = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            several.add(() -> as("demo-centre").get("/v1/results").statusCode() == 200);
            several.add(() ->
                    as("demo-operator").get("/v1/audit/verification").jsonPath().getBoolean("intact"));
        }
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            assertThat(callers.invokeAll(several).stream().map(JourneyBase::get))
                    .containsOnly(true);
        }
    }

    /** A use case that an endpoint changes something by, and that notes nothing, is a hole in the trail. */
    @Test
    void everyChangeOverHttpIsNoted() {
        Set<String> unnoted = new TreeSet<>();
        // The verification of an award changes nothing and is noted as a read; that of a credential tells nothing that
        // its sender has not.
        Set<String> reads =
                Set.of("VerificationResource", "VerificationPageResource", "CredentialVerificationResource");
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("fr.parchemin.results")) {
            for (JavaMethod method : type.getMethods()) {
                boolean changes = method.isAnnotatedWith(POST.class) || method.isAnnotatedWith(PUT.class);
                if (changes && !reads.contains(type.getSimpleName()) && !notes(method)) {
                    unnoted.add(type.getSimpleName() + "." + method.getName());
                }
            }
        }
        assertThat(unnoted).isEmpty();
    }

    private static boolean notes(JavaMethod endpoint) {
        return endpoint.getMethodCallsFromSelf().stream()
                .map(call -> call.getTargetOwner())
                .anyMatch(useCase -> useCase.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(AuditTrail.class)));
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private String scalar(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
