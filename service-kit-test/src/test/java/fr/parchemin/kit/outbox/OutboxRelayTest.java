package fr.parchemin.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What the relay does when the machine is at its end. */
@QuarkusTest
class OutboxRelayTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final DataSource outOfMemory = (DataSource) Proxy.newProxyInstance(
            DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                if (asked.incrementAndGet() <= 2) {
                    throw new OutOfMemoryError("none left for the moment");
                }
                throw new SQLException("away");
            });

    @Test
    void anErrorDoesNotEndTheRelay() throws InterruptedException {
        OutboxRelay relay = new OutboxRelay(outOfMemory, "127.0.0.1:1", "sample-service", new SimpleMeterRegistry());
        relay.start(new StartupEvent());
        try {
            await().untilAsserted(() -> assertThat(asked).hasValueGreaterThanOrEqualTo(3));
        } finally {
            relay.stop(new ShutdownEvent());
        }
    }
}
