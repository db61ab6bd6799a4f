package fr.parchemin.localstack.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Waits for what becomes true by events: asks again, a little later each time, until a deadline.
 *
 * @param limit how long something may take before it counts as not coming
 */
public record Patience(Duration limit) {

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

    /**
     * Asks until there is an answer.
     *
     * @param what what is awaited, for the message
     * @param question gives the answer, or empty while it is too early
     * @throws JourneyException when the deadline passes first
     */
    public <T> T await(String what, Supplier<Optional<T>> question) {
        long deadline = System.nanoTime() + limit.toNanos();
        Duration pause = SHORTEST_PAUSE;
        while (true) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() > deadline) {
                throw new JourneyException("waited %d s in vain for %s".formatted(limit.toSeconds(), what));
            }
            pause(pause);
            pause = pause.multipliedBy(3).dividedBy(2);
            if (pause.compareTo(LONGEST_PAUSE) > 0) {
                pause = LONGEST_PAUSE;
            }
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JourneyException("interrupted");
        }
    }
}
