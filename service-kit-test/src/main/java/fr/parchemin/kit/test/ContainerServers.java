package fr.parchemin.kit.test;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.parchemin.localstack.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * PostgreSQL and Kafka in containers, from the images that {@code docker-compose.yml} names: the profile
 * {@code containers}. The ports of the host are chosen here and stay the same over a restart, as the tests expect.
 */
final class ContainerServers {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String TOPICS_SCRIPT = "/containers/create-topics.sh";
    private static final Path ROOT = Contracts.folder().resolveSibling("");

    private final int postgresPort;
    private final int kafkaPort;
    private final GenericContainer<?> postgres;
    private final GenericContainer<?> kafka;

    private ContainerServers() throws IOException {
        postgresPort = Ports.free();
        kafkaPort = Ports.free();
        postgres = container("postgres", postgresPort, 5432)
                .withEnv(Map.of("POSTGRES_USER", "service", "POSTGRES_PASSWORD", "service", "POSTGRES_DB", "service"))
                .withCommand("postgres", "-c", "max_connections=200");
        kafka = container("kafka", kafkaPort, 9092)
                .withEnv(Map.ofEntries(
                        Map.entry("KAFKA_NODE_ID", "1"),
                        Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
                        Map.entry("KAFKA_LISTENERS", "HOST://:9092,INSIDE://:9094,CONTROLLER://:9093"),
                        Map.entry(
                                "KAFKA_ADVERTISED_LISTENERS",
                                "HOST://127.0.0.1:" + kafkaPort + ",INSIDE://localhost:9094"),
                        Map.entry(
                                "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
                                "HOST:PLAINTEXT,INSIDE:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                        Map.entry("KAFKA_INTER_BROKER_LISTENER_NAME", "INSIDE"),
                        Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
                        Map.entry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093"),
                        Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1"),
                        Map.entry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1"),
                        Map.entry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1"),
                        Map.entry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")))
                .withCopyFileToContainer(
                        MountableFile.forHostPath(ROOT.resolve("containers/kafka/create-topics.sh")), TOPICS_SCRIPT);
    }

    /** Starts both and waits until they answer; they are removed when this JVM ends. */
    static ContainerServers start() throws IOException {
        ContainerServers servers = new ContainerServers();
        Runtime.getRuntime().addShutdownHook(new Thread(servers::remove));
        servers.kafka.start();
        servers.postgres.start();
        servers.awaitPostgres();
        servers.awaitTopics();
        return servers;
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + postgresPort + "/service";
    }

    String bootstrapServers() {
        return "127.0.0.1:" + kafkaPort;
    }

    void stopKafka() {
        stop(kafka);
    }

    void startKafka() {
        resume(kafka);
        awaitTopics();
    }

    void restartPostgres() {
        stop(postgres);
        resume(postgres);
        awaitPostgres();
    }

    private void remove() {
        postgres.stop();
        kafka.stop();
    }

    private void awaitPostgres() {
        Awaitility.await("PostgreSQL").atMost(PATIENCE).ignoreExceptions().until(() -> {
            try (var connection = DriverManager.getConnection(jdbcUrl(), "service", "service")) {
                return connection.isValid(2);
            }
        });
    }

    /** Makes the topics with the script of the compose file, which answers only once the broker does. */
    private void awaitTopics() {
        Awaitility.await("Kafka").atMost(PATIENCE).ignoreExceptions().until(() -> {
            ExecResult made = kafka.execInContainer("bash", TOPICS_SCRIPT, "localhost:9094");
            return made.getExitCode() == 0;
        });
    }

    private static GenericContainer<?> container(String service, int hostPort, int port) throws IOException {
        String image = new YAMLMapper()
                .readTree(ROOT.resolve("docker-compose.yml").toFile())
                .at("/services/" + service + "/image")
                .asText();
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(image));
        container.setPortBindings(List.of("127.0.0.1:" + hostPort + ":" + port));
        return container;
    }

    // Not Testcontainers' own stop, which removes the container and what it holds.
    private static void stop(GenericContainer<?> container) {
        container.getDockerClient().stopContainerCmd(container.getContainerId()).exec();
    }

    private static void resume(GenericContainer<?> container) {
        container
                .getDockerClient()
                .startContainerCmd(container.getContainerId())
                .exec();
    }
}
