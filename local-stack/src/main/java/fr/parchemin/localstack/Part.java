package fr.parchemin.localstack;

import fr.parchemin.localstack.ProcessLedger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One part of the system that can be started, watched and stopped. */
interface Part {

    /** Its name on the screen and of its log. */
    String name();

    /** Where it answers, for people. */
    String address();

    /** Its place in the order of stopping. */
    Level level();

    /**
     * Starts it and waits until it answers.
     *
     * @param launched hears of its process as soon as there is one, long before it answers
     * @throws StackException when it does not
     */
    void start(Consumer<ProcessHandle> launched);

    /** Stops it, whatever state it is in. */
    void stop();

    /** Its process; empty when it lives in this one, or does not run. */
    Optional<ProcessHandle> process();

    /** PostgreSQL with the databases of the services. */
    record Database(PostgresServer server, List<String> databases) implements Part {

        @Override
        public String name() {
            return "PostgreSQL";
        }

        @Override
        public String address() {
            return "127.0.0.1:%d (%s)".formatted(server.port(), String.join(", ", databases));
        }

        @Override
        public Level level() {
            return Level.DATABASE;
        }

        @Override
        public void start(Consumer<ProcessHandle> launched) {
            server.start();
            process().ifPresent(launched);
            databases.forEach(server::ensureDatabase);
        }

        @Override
        public void stop() {
            server.close();
        }

        @Override
        public Optional<ProcessHandle> process() {
            return server.process();
        }
    }

    /** Kafka with the topics of the services. */
    final class Broker implements Part {

        private final KafkaBroker broker;
        private final AotCache cache;
        private volatile boolean answered;

        Broker(KafkaBroker broker, AotCache cache) {
            this.broker = broker;
            this.cache = cache;
        }

        @Override
        public String name() {
            return "Kafka";
        }

        @Override
        public String address() {
            return broker.bootstrapServers();
        }

        @Override
        public Level level() {
            return Level.BROKER;
        }

        @Override
        public void start(Consumer<ProcessHandle> launched) {
            answered = false;
            broker.jvmOptions(cache.options()).onLaunch(launched).start();
            answered = true;
        }

        @Override
        public void stop() {
            broker.close();
            cache.keep(answered);
        }

        @Override
        public Optional<ProcessHandle> process() {
            return Optional.ofNullable(broker.process()).map(Process::toHandle);
        }
    }

    /** The token issuer, which lives in this process. */
    final class Tokens implements Part {

        private final Path home;
        private final int port;
        private volatile Optional<TokenIssuer> issuer = Optional.empty();

        Tokens(Path home, int port) {
            this.home = home;
            this.port = port;
        }

        @Override
        public String name() {
            return "tokens";
        }

        @Override
        public String address() {
            return "http://127.0.0.1:" + port;
        }

        @Override
        public Level level() {
            return Level.SERVICE;
        }

        @Override
        public void start(Consumer<ProcessHandle> launched) {
            issuer = Optional.of(TokenIssuer.start(home, port));
        }

        @Override
        public void stop() {
            issuer.ifPresent(TokenIssuer::close);
        }

        @Override
        public Optional<ProcessHandle> process() {
            return Optional.empty();
        }
    }
}
