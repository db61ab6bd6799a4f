package fr.parchemin.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final AtomicLong now = new AtomicLong(60_000 * 100);

    @Test
    void countsEachClientForItself() {
        RateLimit limit = new RateLimit(2, now::get);
        assertThat(limit.allows("a")).isTrue();
        assertThat(limit.allows("a")).isTrue();
        assertThat(limit.allows("a")).isFalse();
        assertThat(limit.allows("b")).isTrue();
    }

    @Test
    void beginsAnewEachMinute() {
        RateLimit limit = new RateLimit(1, now::get);
        assertThat(limit.allows("a")).isTrue();
        assertThat(limit.allows("a")).isFalse();
        now.addAndGet(60_000);
        assertThat(limit.allows("a")).isTrue();
    }

    @Test
    void zeroIsNoLimit() {
        RateLimit limit = new RateLimit(0, now::get);
        for (int i = 0; i < 1_000; i++) {
            assertThat(limit.allows("a")).isTrue();
        }
    }
}
