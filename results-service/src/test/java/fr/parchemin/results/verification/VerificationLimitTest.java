package fr.parchemin.results.verification;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.kit.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class VerificationLimitTest {

    private Instant now = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void countsEachAddressWithinAMinute() {
        VerificationLimit limit = new VerificationLimit(clock(), 3);
        for (int i = 0; i < 3; i++) {
            limit.count("192.0.2.1");
        }
        assertThatThrownBy(() -> limit.count("192.0.2.1"))
                .isInstanceOfSatisfying(ProblemException.class, e -> org.assertj.core.api.Assertions.assertThat(
                                e.kind().status())
                        .isEqualTo(429));
        assertThatCode(() -> limit.count("192.0.2.2")).doesNotThrowAnyException();
        now = now.plus(Duration.ofMinutes(1));
        assertThatCode(() -> limit.count("192.0.2.1")).doesNotThrowAnyException();
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
