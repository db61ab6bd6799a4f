package fr.parchemin.kit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Shows what has not left or not arrived: counted in the database whenever somebody looks. */
@Singleton
public final class Backlog implements MeterBinder {

    private final DataSource dataSource;

    Backlog(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("parchemin.outbox.pending", () -> number("select count(*) from outbox"))
                .description("Events that the broker has not acknowledged yet")
                .register(registry);
        Gauge.builder(
                        "parchemin.outbox.oldest.age",
                        // From the id, whose time is the machine's; that of an event is the one it tells of.
                        () -> number("select coalesce(extract(epoch from"
                                + " now() - min(uuid_extract_timestamp(event_id))), 0) from outbox"))
                .description("How long the oldest of them waits")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder(
                        "parchemin.inbox.parked",
                        () -> number("select count(*) from inbox_parked where state = 'WAITING'"))
                .tag("state", "waiting")
                .description("Events received and set aside")
                .register(registry);
        Gauge.builder("parchemin.inbox.parked", () -> number("select count(*) from inbox_parked where state = 'DEAD'"))
                .tag("state", "dead")
                .description("Events received and set aside")
                .register(registry);
    }

    private double number(String query) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getDouble(1);
        } catch (SQLException e) {
            return Double.NaN;
        }
    }
}
