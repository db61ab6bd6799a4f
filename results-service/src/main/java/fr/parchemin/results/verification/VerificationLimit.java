package fr.parchemin.results.verification;

import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many verifications one address may ask for in a minute: enough for a person, too few to guess numbers. */
@ApplicationScoped
class VerificationLimit {

    private final Clock clock;
    private final int perMinute;
    private final ConcurrentHashMap<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private volatile long minute;

    VerificationLimit(Clock clock, @ConfigProperty(name = "parchemin.verification.per-minute") int perMinute) {
        this.clock = clock;
        this.perMinute = perMinute;
    }

    /**
     * Counts one verification.
     *
     * @throws ProblemException 429 when this address has asked too often within the minute
     */
    void count(String address) {
        long now = clock.millis() / 60_000;
        if (now != minute) {
            asked.clear();
            minute = now;
        }
        if (asked.computeIfAbsent(address, a -> new AtomicInteger()).incrementAndGet() > perMinute) {
            throw new ProblemException(
                    CommonProblem.TOO_MANY_REQUESTS,
                    "At most " + perMinute + " verifications a minute; wait a minute.");
        }
    }
}
