package fr.parchemin.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

/** The infrastructure itself: real servers that can be disturbed and keep what they hold. */
class InfrastructureTest {

    @Test
    void keepsEventsOverARestartOfTheBroker() {
        KafkaProbe.tell("session", "parchemin.sessions", "a-session", "SessionDeclared", Map.of("n", 1));

        Infrastructure.stopKafka();
        Infrastructure.startKafka();

        assertThat(KafkaProbe.await("parchemin.sessions", 1, e -> e.key().equals("a-session")))
                .singleElement()
                .satisfies(e -> assertThat(e.data().get("n").intValue()).isEqualTo(1));
    }

    @Test
    void keepsRowsOverARestartOfTheDatabase() throws Exception {
        String url = Infrastructure.property(Infrastructure.JDBC_URL);
        try (var connection = DriverManager.getConnection(url, "service", "service");
                var statement = connection.createStatement()) {
            statement.execute("create table kept (n int)");
            statement.execute("insert into kept values (1)");
        }

        Infrastructure.restartPostgres();

        try (var connection = DriverManager.getConnection(url, "service", "service");
                var rows = connection.createStatement().executeQuery("select n from kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    void keepsTombstonesForAMonth() throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "parchemin.identities");
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", (Object) Infrastructure.property(Infrastructure.KAFKA)))) {
            Config settings = Objects.requireNonNull(
                            admin.describeConfigs(List.of(topic)).values().get(topic))
                    .get();

            assertThat(settings.get("cleanup.policy").value()).isEqualTo("compact");
            assertThat(settings.get("delete.retention.ms").value())
                    .isEqualTo(String.valueOf(Duration.ofDays(30).toMillis()));
        }
    }

    @Test
    void givesTokens() {
        assertThat(Tokens.of("demo-centre")).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    }
}
