package fr.parchemin.kit.test;

import fr.parchemin.localstack.KafkaBroker;
import fr.parchemin.localstack.Ports;
import fr.parchemin.localstack.PostgresServer;
import fr.parchemin.localstack.ProcessLedger;
import fr.parchemin.localstack.ProcessLedger.Level;
import fr.parchemin.localstack.TokenIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/**
 * The processes behind the tests of this JVM, and the levers to disturb them.
 *
 * <p>Quarkus loads test classes with several class loaders, so a static field would exist several times. What must exist
 * once is kept with the JVM itself: addresses among the system properties (as text, because libraries read all of them as
 * text), levers among the management beans.
 */
public final class Infrastructure {

    static final String JDBC_URL = "parchemin.test.jdbc-url";
    static final String KAFKA = "parchemin.test.kafka";
    static final String ISSUER = "parchemin.test.issuer";
    private static final String STOP_KAFKA = "stop-kafka";
    private static final String START_KAFKA = "start-kafka";
    private static final String RESTART_POSTGRES = "restart-postgres";

    private Infrastructure() {}

    /** Takes the broker away until {@link #startKafka()}. */
    public static void stopKafka() {
        pull(STOP_KAFKA);
    }

    /** Brings the broker back, on the same port, with what it held. */
    public static void startKafka() {
        pull(START_KAFKA);
    }

    /** Stops the database server and starts it again: every open connection breaks. */
    public static void restartPostgres() {
        pull(RESTART_POSTGRES);
    }

    static String property(String name) {
        return (String) Objects.requireNonNull(launched().get(name), name);
    }

    private static void pull(String lever) {
        launched();
        try {
            ManagementFactory.getPlatformMBeanServer().invoke(nameOf(lever), "run", null, null);
        } catch (JMException e) {
            throw new IllegalStateException(lever, e);
        }
    }

    private static void lever(String name, Runnable action) {
        // Whoever pulls it may live in another class loader than the Kafka client that the action uses.
        Runnable atHome = () -> {
            Thread thread = Thread.currentThread();
            ClassLoader visitor = thread.getContextClassLoader();
            thread.setContextClassLoader(Infrastructure.class.getClassLoader());
            try {
                action.run();
            } finally {
                thread.setContextClassLoader(visitor);
            }
        };
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .registerMBean(new StandardMBean(atHome, Runnable.class), nameOf(name));
        } catch (JMException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static ObjectName nameOf(String lever) throws JMException {
        return new ObjectName("parchemin.test:lever=" + lever);
    }

    private static Properties launched() {
        Properties shared = System.getProperties();
        synchronized (shared) {
            if (!shared.containsKey(ISSUER)) {
                launch(shared);
            }
        }
        return shared;
    }

    private static void launch(Properties shared) {
        try {
            Path home = Files.createTempDirectory("parchemin-test");
            // Ends the processes and removes the folder when this JVM is gone, even if it was killed.
            ProcessLedger ledger = ProcessLedger.open(home.resolve("run"), home);
            if (Boolean.getBoolean("parchemin.containers")) {
                launchContainers(shared);
            } else {
                launchProcesses(shared, home, ledger);
            }
            shared.put(ISSUER, TokenIssuer.start(home.resolve("issuer"), 0).url());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void launchProcesses(Properties shared, Path home, ProcessLedger ledger) throws IOException {
        PostgresServer postgres = new PostgresServer(home.resolve("postgres"), Ports.free());
        KafkaBroker kafka = new KafkaBroker(home.resolve("kafka"), Ports.free(), Ports.free());
        Runnable startKafka = () -> ledger.note("kafka", Level.BROKER, startedProcess(kafka.start()));
        Runnable startPostgres = () -> ledger.note("postgres", Level.DATABASE, startedProcess(postgres.start()));
        // Not on the common pool, which has one thread where there are two processors.
        try (var starters = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(startKafka, starters),
                            CompletableFuture.runAsync(startPostgres, starters))
                    .join();
        }
        postgres.ensureDatabase("service");
        shared.put(JDBC_URL, postgres.jdbcUrl("service"));
        shared.put(KAFKA, kafka.bootstrapServers());
        lever(STOP_KAFKA, kafka::close);
        lever(START_KAFKA, startKafka);
        lever(RESTART_POSTGRES, () -> {
            postgres.close();
            startPostgres.run();
        });
    }

    private static void launchContainers(Properties shared) throws IOException {
        ContainerServers servers = ContainerServers.start();
        shared.put(JDBC_URL, servers.jdbcUrl());
        shared.put(KAFKA, servers.bootstrapServers());
        lever(STOP_KAFKA, servers::stopKafka);
        lever(START_KAFKA, servers::startKafka);
        lever(RESTART_POSTGRES, servers::restartPostgres);
    }

    private static ProcessHandle startedProcess(KafkaBroker kafka) {
        return Objects.requireNonNull(kafka.process()).toHandle();
    }

    private static ProcessHandle startedProcess(PostgresServer postgres) {
        return postgres.process().orElseThrow();
    }
}
