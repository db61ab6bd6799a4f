package fr.parchemin.system;

import fr.parchemin.localstack.KafkaBroker;
import fr.parchemin.localstack.Ports;
import fr.parchemin.localstack.PostgresServer;
import fr.parchemin.localstack.TokenIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL, Kafka, the token issuer and the four packaged services, on ports of their own, and ways to disturb them. */
final class SystemUnderTest implements AutoCloseable {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    /** Services and the database each one owns. */
    private static final Map<String, String> OWNERS = Map.of(
            "referentiel-service", "referentiel",
            "session-service", "session",
            "results-service", "results");

    private final Path home;
    private final PostgresServer postgres;
    private final KafkaBroker kafka;
    private final TokenIssuer issuer;
    private final Map<String, PackagedService> services = new LinkedHashMap<>();

    private SystemUnderTest(Path home) {
        this.home = home;
        postgres = new PostgresServer(home.resolve("postgres"), Ports.free());
        kafka = new KafkaBroker(home.resolve("kafka"), Ports.free(), Ports.free());
        issuer = TokenIssuer.start(home.resolve("issuer"), 0);
    }

    static SystemUnderTest start() {
        try {
            Files.createDirectories(TARGET);
            SystemUnderTest system = new SystemUnderTest(Files.createTempDirectory(TARGET, "system-"));
            // Whatever ends this JVM, a start that failed half-way included, no process outlives it.
            Runtime.getRuntime().addShutdownHook(new Thread(system::close));
            system.startAll(TARGET);
            return system;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void startAll(Path logs) {
        postgres.start();
        OWNERS.values().forEach(postgres::ensureDatabase);
        kafka.start();
        for (String name : List.of("referentiel-service", "session-service", "results-service")) {
            String database = Objects.requireNonNull(OWNERS.get(name));
            Map<String, String> environment = common();
            environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(database));
            environment.put("QUARKUS_DATASOURCE_USERNAME", database);
            environment.put("QUARKUS_DATASOURCE_PASSWORD", database);
            environment.put("PARCHEMIN_IMPORTS_FOLDER", home.resolve("imports").toString());
            environment.put("PARCHEMIN_SANDBOX", "true");
            // Invented: the Caisse des Dépôts gives real ones.
            environment.put("CDC_EMITTER_CLIENT_ID", "DEMO0001");
            environment.put("CDC_CONTRACT_ID", "DEMO-CONTRAT");
            services.put(name, new PackagedService(name, Ports.free(), logs, environment));
        }
        Map<String, String> environment = common();
        environment.put(
                "PARCHEMIN_GATEWAY_REFERENTIEL_URL",
                service("referentiel-service").url());
        environment.put(
                "PARCHEMIN_GATEWAY_SESSION_URL", service("session-service").url());
        environment.put(
                "PARCHEMIN_GATEWAY_RESULTS_URL", service("results-service").url());
        environment.put("PARCHEMIN_GATEWAY_TOKEN_URL", issuer.url() + "/oauth/token");
        services.put("gateway", new PackagedService("gateway", Ports.free(), logs, environment));
        services.values().forEach(PackagedService::start);
        services.values().forEach(PackagedService::awaitReady);
    }

    private Map<String, String> common() {
        return new HashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                "QUARKUS_OIDC_AUTH_SERVER_URL", issuer.url()));
    }

    URI gateway() {
        return URI.create(service("gateway").url());
    }

    /** The services behind the gateway, each at its own address. */
    List<URI> services() {
        return OWNERS.keySet().stream().map(n -> URI.create(service(n).url())).toList();
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** The database of a service, as the service itself sees it. */
    DataSource database(String name) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgres.jdbcUrl(name));
        source.setUser(name);
        source.setPassword(name);
        return source;
    }

    /** As {@code kill -9}, then the start by whoever supervises it; does not wait until it is ready. */
    void killAndRestart(String name) {
        kill(name);
        restart(name);
    }

    /** As {@code kill -9}. */
    void kill(String name) {
        service(name).kill();
    }

    void restart(String name) {
        service(name).start();
    }

    /** Waits until everything is ready again. */
    void awaitReady() {
        services.values().forEach(PackagedService::awaitReady);
    }

    void stopBroker() {
        kafka.close();
    }

    void startBroker() {
        kafka.start();
    }

    void restartPostgres() {
        postgres.close();
        postgres.start();
    }

    private PackagedService service(String name) {
        return Objects.requireNonNull(services.get(name), name);
    }

    @Override
    public synchronized void close() {
        services.values().forEach(PackagedService::close);
        issuer.close();
        kafka.close();
        postgres.close();
    }
}
