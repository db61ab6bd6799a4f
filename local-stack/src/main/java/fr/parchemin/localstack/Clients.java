package fr.parchemin.localstack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * So many clients at once.
 *
 * @param count at least 1
 */
public record Clients(int count) {

    /** One piece of work; what it throws ends all of them. */
    public interface Work<T> {
        void on(T subject);
    }

    /** Does a piece of work on each subject and tells how long all of it took. */
    public <T> Duration each(Collection<T> subjects, Work<T> work) throws InterruptedException {
        Queue<T> left = new ConcurrentLinkedQueue<>(subjects);
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                running.add(threads.submit(() -> {
                    for (T next = left.poll(); next != null; next = left.poll()) {
                        work.on(next);
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new StackException("The work of several clients broke off: %s.".formatted(e.getCause()), e);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** How long it takes. */
    public static Duration timed(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
