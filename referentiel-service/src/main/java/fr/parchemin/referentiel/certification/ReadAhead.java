package fr.parchemin.referentiel.certification;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Certifications read on a thread of their own, a few ahead of whoever writes them out. */
final class ReadAhead implements AutoCloseable {

    private static final int AHEAD = 200;

    private final BlockingQueue<Step> queue = new ArrayBlockingQueue<>(AHEAD);
    private final FutureTask<Void> reading;
    private final Thread thread;

    private sealed interface Step {

        record Read(StoredCertification certification) implements Step {}

        /** Nothing more comes, because there is nothing or because reading failed. */
        record End() implements Step {}
    }

    /** Hands everything to a receiver, in order. */
    @FunctionalInterface
    interface Source {
        void each(CertificationRepository.Receiver receiver) throws IOException;
    }

    ReadAhead(Source source) {
        Callable<Void> all = () -> {
            try {
                source.each(this::hand);
            } finally {
                queue.put(new Step.End());
            }
            return null;
        };
        reading = new FutureTask<>(all);
        thread = Thread.ofPlatform().name("export-reader").daemon().start(reading);
    }

    /**
     * The next one, null after the last.
     *
     * @throws IllegalStateException when they cannot be read
     */
    @Nullable
    StoredCertification next() throws IOException {
        try {
            switch (queue.take()) {
                case Step.Read read -> {
                    return read.certification();
                }
                case Step.End end -> {
                    reading.get();
                    return null;
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("certifications cannot be read", e.getCause());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** Nobody wants the rest. */
    @Override
    public void close() {
        thread.interrupt();
    }

    private void hand(StoredCertification certification) throws IOException {
        try {
            queue.put(new Step.Read(certification));
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("nobody wants the rest");
    }
}
