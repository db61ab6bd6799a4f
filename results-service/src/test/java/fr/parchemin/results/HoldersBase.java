package fr.parchemin.results;

import static io.restassured.RestAssured.given;

import fr.parchemin.kit.test.Tokens;
import fr.parchemin.results.award.SettleAwards;
import fr.parchemin.results.capital.Acquisition;
import fr.parchemin.results.capital.Fact;
import fr.parchemin.results.capital.KeepCapital;
import fr.parchemin.results.capital.ObtainedBy;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Titles of years gone by, awarded as a record awards them, without the sessions before it. */
abstract class HoldersBase {

    static final List<String> BLOCKS = List.of(Rncp37722.BC01, Rncp37722.BC02, Rncp37722.BC03);
    private static final AtomicInteger TITLES = new AtomicInteger();

    @Inject
    KeepCapital capital;

    @Inject
    SettleAwards settle;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    /** Somebody who holds a title, and the session that it came from. */
    record Holder(UUID candidate, UUID session) {}

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"));
    }

    /** Number of a title that no other test has. */
    static String newTitle() {
        return "RNCP9" + (10_000 + TITLES.incrementAndGet());
    }

    Holder award(String title, String route, LocalDate day) {
        Holder holder = new Holder(UUID.randomUUID(), UUID.randomUUID());
        award(holder, title, route, day);
        return holder;
    }

    void award(Holder holder, String title, String route, LocalDate day) {
        QuarkusTransaction.requiringNew().run(() -> {
            capital.lock(List.of(holder.candidate()));
            Acquisition.Grounds grounds = new Acquisition.Grounds(
                    holder.candidate(),
                    1,
                    title,
                    1,
                    "Titre fictif",
                    route,
                    holder.session(),
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    ToldSession.CENTRE,
                    ToldSession.PLATFORM,
                    ToldSession.PLATFORM);
            BLOCKS.forEach(b -> capital.acquire(Acquisition.ofPart(grounds, Fact.Kind.BLOCK, b, "Bloc " + b, day)));
            capital.acquire(Acquisition.ofTitle(grounds, ObtainedBy.TITLE_SESSION, BLOCKS, day));
            settle.settle(Set.of(holder.candidate()));
        });
        // Notified.
        update("update award set visible = true where candidate_id = '" + holder.candidate() + "'");
    }

    void annul(Holder holder) {
        QuarkusTransaction.requiringNew().run(() -> {
            capital.lock(List.of(holder.candidate()));
            capital.undo(Fact.Scope.SESSION, holder.session(), Fact.Cause.ANNULLED, "fictif", today(), "test");
            settle.settle(Set.of(holder.candidate()));
        });
    }

    int update(String sql) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long number(String sql) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static RequestSpecification as(String client) {
        return given().auth().oauth2(Tokens.of(client)).contentType(ContentType.JSON);
    }
}
