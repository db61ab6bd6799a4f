package fr.parchemin.localstack.bench;

import fr.parchemin.localstack.StackException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What many clients at once got from a server.
 *
 * @param seconds that were measured
 * @param refused answers other than 200
 */
record Load(int seconds, Distribution times, long refused) {

    private record Client(List<Duration> times, long refused) {}

    /**
     * Sends requests in turn, each client beginning at another place of the list.
     *
     * @param warmUp seconds of the same load before, not counted
     */
    static Load of(URI server, List<byte[]> requests, int clients, int warmUp, int seconds)
            throws InterruptedException {
        long from = System.nanoTime() + Duration.ofSeconds(warmUp).toNanos();
        long until = from + Duration.ofSeconds(seconds).toNanos();
        List<Duration> times = new ArrayList<>();
        long refused = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Client>> running = new ArrayList<>();
            for (int c = 0; c < clients; c++) {
                int first = (int) ((long) c * requests.size() / clients);
                running.add(threads.submit(() -> send(server, requests, first, from, until)));
            }
            for (Future<Client> one : running) {
                times.addAll(one.get().times());
                refused += one.get().refused();
            }
        } catch (ExecutionException e) {
            throw new StackException("%s cannot be measured: %s.".formatted(server, e.getCause()), e);
        }
        return new Load(seconds, Distribution.of(times), refused);
    }

    private static Client send(URI server, List<byte[]> requests, int first, long from, long until) throws IOException {
        List<Duration> times = new ArrayList<>();
        long refused = 0;
        try (KeepAlive connection = new KeepAlive(server)) {
            long now = System.nanoTime();
            for (int i = first; now < until; i++) {
                int status = connection.exchange(requests.get(i % requests.size()));
                long then = System.nanoTime();
                if (now >= from) {
                    if (status == 200) {
                        times.add(Duration.ofNanos(then - now));
                    } else {
                        refused++;
                    }
                }
                now = then;
            }
        }
        return new Client(times, refused);
    }

    double perSecond() {
        return times.sorted().size() / (double) seconds;
    }

    @Override
    public String toString() {
        String line = String.format(Locale.ROOT, "%.0f per second, %s", perSecond(), times);
        return refused == 0 ? line : line + ", %d answers other than 200".formatted(refused);
    }
}
