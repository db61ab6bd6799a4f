package fr.parchemin.referentiel.imports;

import fr.parchemin.referentiel.certification.KnownSheet;
import fr.parchemin.referentiel.certification.PreparedSheet;
import fr.parchemin.referentiel.feed.FeedEntry;
import fr.parchemin.referentiel.feed.FeedReader;
import fr.parchemin.referentiel.feed.RawRecord;
import fr.parchemin.referentiel.feed.RecordScanner;
import fr.parchemin.referentiel.sheet.Sheet;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of one XML file on several threads: one cuts, the others parse what did not come before in the same
 * bytes, and whoever calls {@link #next} gets it all in the order of the file. Holds a few megabytes, however large the file.
 */
final class ReadRecords implements AutoCloseable {

    private static final int BATCH_RECORDS = 64;
    private static final int BATCH_BYTES = 512 << 10;
    private static final int BATCHES_AHEAD = 6;
    private static final Batch END = new Batch(List.of(), Map.of());

    private final Map<String, KnownSheet> known;
    private final RecordScanner scanner;
    private final ExecutorService threads;
    private final BlockingQueue<Future<Batch>> ahead = new ArrayBlockingQueue<>(BATCHES_AHEAD);

    /** What became of a record by reading it. */
    sealed interface Outcome {

        /** The bytes that came before. */
        record Same(KnownSheet known) implements Outcome {}

        /**
         * A sheet, known or not.
         *
         * @param digest of the bytes in which it came, null when it came in pieces
         * @param line of the file it begins on, of Standard when it came in pieces
         */
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Ready(
                PreparedSheet sheet,
                byte @Nullable [] digest,
                @Nullable Integer line,
                List<String> warnings) implements Outcome {}

        /** No sheet. */
        record Rejected(@Nullable String number, @Nullable Integer line, String reason) implements Outcome {}
    }

    /** Some records in the order of the file. */
    record Batch(List<Outcome> outcomes, Map<String, Integer> unknownTags) {}

    /** Begins to read. */
    ReadRecords(InputStream in, Map<String, KnownSheet> known) {
        this.known = known;
        this.scanner = new RecordScanner(in);
        int parsers = Math.max(1, Runtime.getRuntime().availableProcessors());
        this.threads = Executors.newFixedThreadPool(
                parsers + 1, Thread.ofPlatform().name("import-", 0).daemon().factory());
        Future<?> unused = threads.submit(this::cut);
    }

    /** The next records, null after the last. */
    @Nullable
    Batch next() throws InterruptedException {
        try {
            Batch batch = ahead.take().get();
            return batch == END ? null : batch;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e.getCause());
        }
    }

    @Nullable
    String version() {
        return scanner.version();
    }

    Map<String, Integer> unknownTags() {
        return scanner.unknownTags();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            // Nobody reads the file any more when it is closed next.
            boolean unused = threads.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void cut() {
        try {
            List<RawRecord> batch = new ArrayList<>();
            int bytes = 0;
            for (RawRecord record = scanner.next(); record != null; record = scanner.next()) {
                batch.add(record);
                bytes += record.bytes().length;
                if (batch.size() == BATCH_RECORDS || bytes > BATCH_BYTES) {
                    hand(batch);
                    batch = new ArrayList<>();
                    bytes = 0;
                }
            }
            hand(batch);
            ahead.put(CompletableFuture.completedFuture(END));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // Whoever waits for the next batch would wait for ever.
            fail(e);
        }
    }

    private void fail(Throwable cause) {
        try {
            ahead.put(CompletableFuture.failedFuture(cause));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hand(List<RawRecord> records) throws InterruptedException {
        if (!records.isEmpty()) {
            Callable<Batch> parse = () -> parse(records);
            ahead.put(threads.submit(parse));
        }
    }

    private Batch parse(List<RawRecord> records) {
        Map<String, Integer> unknownTags = new TreeMap<>();
        List<Outcome> outcomes = new ArrayList<>(records.size());
        for (RawRecord record : records) {
            byte[] digest = record.digest();
            String number = record.number();
            KnownSheet before = number == null ? null : known.get(number);
            outcomes.add(
                    before != null && before.cameAs(digest)
                            ? new Outcome.Same(before)
                            : outcome(FeedReader.parse(record, unknownTags), digest));
        }
        return new Batch(outcomes, unknownTags);
    }

    private static Outcome outcome(FeedEntry entry, byte[] digest) {
        return switch (entry) {
            case FeedEntry.Rejected r -> new Outcome.Rejected(r.number(), r.line(), r.reason());
            case FeedEntry.Read r -> {
                String twice = codeThatComesTwice(r.sheet());
                yield twice == null
                        ? new Outcome.Ready(
                                new PreparedSheet(r.sheet(), r.partners(), digest), digest, r.line(), r.warnings())
                        : new Outcome.Rejected(r.sheet().number(), r.line(), "Two blocks have the code " + twice + ".");
            }
        };
    }

    /** The code that two blocks have, null when each has its own. */
    static @Nullable String codeThatComesTwice(Sheet sheet) {
        Set<String> seen = new HashSet<>();
        return sheet.blocks().stream()
                .map(Sheet.Block::code)
                .filter(code -> !seen.add(code))
                .findFirst()
                .orElse(null);
    }
}
