package fr.parchemin.referentiel.certification;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Sheets that were asked for lately, ready to be sent. What it gives was true less than a second ago: several times a
 * second it looks whether anything in the catalogue has changed, by whichever process, and when it cannot look it gives
 * nothing.
 */
@ApplicationScoped
class SheetMemory {

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration TRUSTED_FOR = Duration.ofMillis(900);

    private final CertificationRepository certifications;
    private final Clock clock;
    private final Cache<String, Entry> entries;
    private @Nullable Thread watch;
    private volatile Sighting sighting = Sighting.NOTHING;
    private long changesHere;

    /** Fired by whoever changes what a sheet shows, within the transaction. */
    record Changed() {}

    /** What all sheets depend on: registrations end with the day, without any write. */
    record Epoch(long changes, LocalDate today) {}

    private record Sighting(@Nullable Epoch epoch, long nanos) {

        private static final Sighting NOTHING = new Sighting(null, 0);

        boolean isFresh() {
            return System.nanoTime() - nanos < TRUSTED_FOR.toNanos();
        }
    }

    private record Entry(Epoch epoch, ReadySheet sheet) {}

    /** @param bytes how much the sheets may weigh together, some fourteen thousand each; 0 remembers none */
    SheetMemory(
            CertificationRepository certifications,
            Clock clock,
            @ConfigProperty(name = "parchemin.sheets.memory", defaultValue = "32000000") long bytes) {
        this.certifications = certifications;
        this.clock = clock;
        this.entries = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((String number, Entry entry) -> entry.sheet().weight())
                .executor(Runnable::run)
                .build();
    }

    void start(@Observes StartupEvent event) {
        watch = Thread.ofPlatform().name("catalogue-watch").daemon().start(this::watch);
    }

    void stop(@Observes ShutdownEvent event) {
        Thread thread = watch;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** The sheet, null when it must be read. */
    @Nullable
    ReadySheet find(String number) {
        Sighting seen = sighting;
        Entry entry = entries.getIfPresent(number);
        return entry != null && entry.epoch().equals(seen.epoch()) && seen.isFresh() ? entry.sheet() : null;
    }

    /**
     * What is known of the catalogue before a sheet is read; null when nothing is.
     *
     * @see #keep
     */
    @Nullable
    Epoch epoch() {
        return sighting.epoch();
    }

    /**
     * Remembers a sheet.
     *
     * @param before {@link #epoch} before it was read: what changed meanwhile makes it worthless
     */
    void keep(String number, @Nullable Epoch before, ReadySheet sheet) {
        if (before != null) {
            entries.put(number, new Entry(before, sheet));
        }
    }

    /** Whoever made a change sees it at once. */
    synchronized void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed change) {
        changesHere++;
        sighting = Sighting.NOTHING;
    }

    private synchronized long changesHere() {
        return changesHere;
    }

    private synchronized void see(Sighting seen, long changesBefore) {
        if (changesHere == changesBefore) {
            sighting = seen;
        }
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                long before = changesHere();
                long now = System.nanoTime();
                see(new Sighting(new Epoch(certifications.changes(), Days.today(clock)), now), before);
            } catch (RuntimeException e) {
                Log.debugf("Sheets are not answered from memory: %s", e.getMessage());
            }
            try {
                Thread.sleep(LOOK_EVERY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
