package fr.parchemin.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private final AtomicLong now = new AtomicLong(1_000_000);
    private final VerifiedTokens tokens = new VerifiedTokens(now::get);

    @Test
    void knowsOnlyWhatWasVerified() {
        tokens.remember("good", "demo-centre", Long.MAX_VALUE);
        assertThat(tokens.clientOf("good")).isEqualTo("demo-centre");
        assertThat(tokens.clientOf("Good")).isNull();
        assertThat(tokens.clientOf("")).isNull();
    }

    @Test
    void forgetsATokenTheMomentItExpires() {
        tokens.remember("good", "demo-centre", now.get() + 5_000);
        now.addAndGet(4_999);
        assertThat(tokens.clientOf("good")).isNotNull();
        now.addAndGet(1);
        assertThat(tokens.clientOf("good")).isNull();
    }

    @Test
    void asksAgainAfterAMinute() {
        tokens.remember("good", "demo-centre", now.get() + 3_600_000);
        now.addAndGet(59_999);
        assertThat(tokens.clientOf("good")).isNotNull();
        now.addAndGet(1);
        assertThat(tokens.clientOf("good")).isNull();
    }

    @Test
    void doesNotGrowWithoutEnd() {
        tokens.remember("first", "demo-centre", Long.MAX_VALUE);
        for (int i = 0; i < 10_000; i++) {
            tokens.remember("token-" + i, "demo-centre", Long.MAX_VALUE);
        }
        assertThat(tokens.clientOf("first")).isNull();
        assertThat(tokens.clientOf("token-9999")).isNotNull();
    }
}
