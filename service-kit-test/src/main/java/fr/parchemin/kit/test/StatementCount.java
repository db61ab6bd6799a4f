package fr.parchemin.kit.test;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jspecify.annotations.Nullable;

/**
 * Counts the SQL statements that Hibernate sends, to see a query that runs once per row before users do. A module that
 * counts has one bean of a subclass among its tests, {@code @PersistenceUnitExtension @Singleton}, and injects it. What
 * goes through plain JDBC is not counted: an event in the outbox, a key of idempotency.
 */
public abstract class StatementCount implements StatementInspector {

    private final AtomicInteger sent = new AtomicInteger();

    @Override
    public @Nullable String inspect(String sql) {
        sent.incrementAndGet();
        return null;
    }

    /**
     * How many statements are sent while {@code work} runs, on whatever thread. A consumer in the background may add its
     * own: repeat the work and take the least.
     */
    public int during(Runnable work) {
        int before = sent.get();
        work.run();
        return sent.get() - before;
    }

    /** The same for work with a result. */
    public <T> Counted<T> counting(Supplier<T> work) {
        int before = sent.get();
        T result = work.get();
        return new Counted<>(result, sent.get() - before);
    }

    /** A result and what it cost. */
    public record Counted<T>(T result, int statements) {}
}
