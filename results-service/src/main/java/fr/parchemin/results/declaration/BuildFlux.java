package fr.parchemin.results.declaration;

import fr.parchemin.results.declaration.Declaration.Fault;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Builds files piece by piece, each piece in a transaction of its own: a program that falls goes on where it was, and how far a
 * file is can be read meanwhile. What does not pass the checks or the schema is set aside and holds nobody up (D6).
 */
@ApplicationScoped
class BuildFlux {

    private static final int PIECE = 5_000;
    private static final int CAREFUL_PIECE = 500;
    /**
     * Outside the transaction of the piece that is written. Not the common pool: whoever joins a task of it may run it itself, and
     * the queue would be read on the connection of that transaction and closed with it.
     */
    private static final Executor ELSEWHERE = Thread::startVirtualThread;

    private final FluxRepository fluxes;
    private final PassageRepository passages;
    private final DeclarationRepository declarations;
    private final CdcTerms terms;
    private final Clock clock;
    /** The piece that comes next, prepared while another is written; touched by the one thread that writes. */
    private @Nullable CompletableFuture<Piece> ahead;
    /** Where the pieces of the file come from; touched by the one thread that prepares. */
    private volatile PassageRepository.@Nullable Queue queue;

    BuildFlux(
            FluxRepository fluxes,
            PassageRepository passages,
            DeclarationRepository declarations,
            CdcTerms terms,
            Clock clock) {
        this.fluxes = fluxes;
        this.passages = passages;
        this.declarations = declarations;
        this.terms = terms;
        this.clock = clock;
    }

    @Scheduled(every = "{parchemin.declarations.build-every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    void work() {
        try {
            boolean more = true;
            while (more) {
                try {
                    more = QuarkusTransaction.requiringNew().call(() -> piece(false));
                } catch (Doubt | PersistenceException e) {
                    Log.infof("a piece of a declaration is looked at passage by passage: %s", e.getMessage());
                    stop();
                    more = QuarkusTransaction.requiringNew().call(() -> piece(true));
                }
            }
        } finally {
            stop();
        }
    }

    /** A piece cannot be taken as a whole. */
    private static final class Doubt extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Doubt(String why) {
            super(why);
        }
    }

    /**
     * How far a file is.
     *
     * @param through the last passage that was looked at, with the day of its award; null at the beginning
     * @param sha256 of the bytes so far; null when this program did not write them all
     */
    private record Progress(
            int passages,
            long bytes,
            @Nullable LocalDate throughDay,
            @Nullable UUID through,
            @Nullable MessageDigest sha256) {

        /** As the database knows it: the digest only of a file that is just begun. */
        static Progress of(Flux flux) {
            return new Progress(
                    flux.passages(),
                    flux.bytes(),
                    flux.lastAwardedOn(),
                    flux.lastId(),
                    flux.bytes() == 0 ? newDigest() : null);
        }

        boolean isOf(Flux flux) {
            return flux.bytes() == bytes && flux.passages() == passages && Objects.equals(flux.lastId(), through);
        }
    }

    /**
     * A piece that is not written yet.
     *
     * @param after how far the file is with it
     * @param aside what the checks or the schema do not let through, with the reasons
     * @param sure whether nothing in it has to be shown to the schema
     * @param last whether nothing comes after it
     */
    private record Piece(
            UUID fluxId,
            Progress before,
            Progress after,
            FluxText xml,
            List<PassageRepository.Waiting> in,
            Map<PassageRepository.Waiting, List<Fault>> aside,
            boolean sure,
            boolean last) {}

    /**
     * Adds one piece to the oldest file under way; false when there is none. Meanwhile the next one is prepared.
     *
     * @param careful whether to hold the declarations first and to ask the schema about each; otherwise all of them are
     *     written, and a doubt about any undoes it
     */
    private boolean piece(boolean careful) {
        Flux flux = fluxes.next();
        if (flux == null) {
            return false;
        }
        Piece piece = careful ? prepare(flux, Progress.of(flux), true) : prepared(flux);
        if (!careful && !piece.last()) {
            ahead = CompletableFuture.supplyAsync(() -> prepare(flux, piece.after(), false), ELSEWHERE);
        }
        Instant now = now();
        if (!piece.in().isEmpty()) {
            enter(flux, piece, now);
        }
        piece.aside().forEach((waiting, faults) -> setAside(flux, waiting, faults, now));
        Progress after = piece.after();
        if (after.through() != null && after.throughDay() != null) {
            flux.grow(
                    after.throughDay(),
                    after.through(),
                    piece.in().size(),
                    piece.aside().size(),
                    piece.xml().size());
        }
        if (piece.last()) {
            stop();
            finish(flux, after);
        }
        // Here rather than at the end, where another's change of the same row would not be told from a broken database.
        fluxes.flush();
        return true;
    }

    /** The next piece of a file: the one that was prepared, when it still is the next. */
    private Piece prepared(Flux flux) {
        CompletableFuture<Piece> next = ahead;
        ahead = null;
        Piece piece = next == null ? null : next.join();
        if (piece != null && piece.fluxId().equals(flux.id()) && piece.before().isOf(flux)) {
            return piece;
        }
        stop();
        Progress now = Progress.of(flux);
        return CompletableFuture.supplyAsync(() -> prepare(flux, now, false), ELSEWHERE)
                .join();
    }

    /** Forgets what was prepared and reads on from where the file is. */
    private void stop() {
        if (ahead != null) {
            // Its outcome is of no concern any more, but it reads from the queue.
            ahead.handle((piece, failure) -> piece).join();
            ahead = null;
        }
        PassageRepository.Queue read = queue;
        queue = null;
        if (read != null) {
            // There too: its connection was not taken in the transaction of a piece and cannot enter it.
            CompletableFuture.runAsync(read::close, ELSEWHERE).join();
        }
    }

    private List<PassageRepository.Waiting> next(Flux flux, Progress before, int many, boolean hold) {
        if (many <= 0) {
            return List.of();
        }
        Declaration.State state =
                flux.action() == Flux.Action.CREATION ? Declaration.State.READY : Declaration.State.DELETION_READY;
        if (hold) {
            return passages.hold(
                    flux.certificationNumber(), state, flux.resentOnly(), before.throughDay(), before.through(), many);
        }
        PassageRepository.Queue reading = queue;
        if (reading == null) {
            reading = passages.queue(
                    flux.certificationNumber(), state, flux.resentOnly(), before.throughDay(), before.through());
            queue = reading;
        }
        return reading.next(many);
    }

    /** Reads, checks and writes down what comes next, and changes nothing. */
    private Piece prepare(Flux flux, Progress before, boolean careful) {
        int many = Math.min(careful ? CAREFUL_PIECE : PIECE, terms.maxPassages() - before.passages());
        List<PassageRepository.Waiting> next = next(flux, before, many, careful);
        byte[] head = FluxFormat.head(
                        flux.id(),
                        flux.stampedAt(),
                        flux.action(),
                        flux.schema(),
                        flux.sender(),
                        flux.certificationNumber())
                .getBytes(StandardCharsets.UTF_8);
        FluxText xml = new FluxText(next.size());
        if (before.passages() == 0) {
            xml.raw(head);
        }
        int begin = xml.size();
        int second = begin;
        long room = terms.maxBytes() - before.bytes() - FluxFormat.foot().length();
        Map<PassageRepository.Waiting, List<Fault>> aside = new LinkedHashMap<>();
        List<PassageRepository.Waiting> in = new ArrayList<>(next.size());
        Passage last = null;
        boolean full = next.isEmpty();
        for (PassageRepository.Waiting waiting : next) {
            Passage passage = waiting.passage();
            int size = xml.size();
            int packed = xml.packedSize();
            List<Fault> faults = PassagePolicy.faults(passage);
            if (faults.isEmpty()) {
                FluxFormat.passage(xml, passage);
                if (careful) {
                    faults = schemaFaults(flux.schema(), head, xml, size, xml.size());
                }
            }
            if (!faults.isEmpty()) {
                xml.truncate(size, packed);
                aside.put(waiting, faults);
            } else if (xml.size() > room) {
                xml.truncate(size, packed);
                full = true;
                break;
            } else {
                in.add(waiting);
                second = in.size() == 1 ? xml.size() : second;
            }
            last = passage;
        }
        if (in.isEmpty()) {
            xml.truncate(0, 0);
        }
        Progress after = new Progress(
                before.passages() + in.size(),
                before.bytes() + xml.size(),
                last == null ? before.throughDay() : last.awardedOn(),
                last == null ? before.through() : last.id(),
                digest(before.sha256(), xml));
        boolean sure = careful || in.isEmpty() || sure(flux, head, xml, begin, second);
        return new Piece(flux.id(), before, after, xml, in, aside, sure, full);
    }

    private void enter(Flux flux, Piece piece, Instant now) {
        if (!piece.sure()) {
            throw new Doubt("the schema has to be asked");
        }
        UUID[] ids = piece.in().stream().map(w -> w.passage().id()).toArray(UUID[]::new);
        int entered = declarations.enter(
                ids,
                piece.in().stream().map(PassageRepository.Waiting::version).toArray(Integer[]::new),
                flux.id(),
                flux.action() == Flux.Action.CREATION ? Declaration.State.IN_FLUX : Declaration.State.DELETION_IN_FLUX,
                now);
        if (entered != ids.length) {
            throw new Doubt("somebody changes a declaration");
        }
        fluxes.add(flux.id(), FluxFormat.pack(piece.xml()), ids, flux.passages());
    }

    private void setAside(Flux flux, PassageRepository.Waiting waiting, List<Fault> faults, Instant now) {
        Declaration declaration = declarations.findById(waiting.passage().id());
        if (declaration.version() != waiting.version()) {
            throw new Doubt("somebody changes a declaration");
        }
        if (flux.action() == Flux.Action.CREATION) {
            declaration.checked(faults, now);
        } else {
            declaration.deletionChecked(faults, now);
        }
    }

    /** Whether a piece surely is one of the format: each passage by the grammar, the first one and the head by the schema. */
    private static boolean sure(Flux flux, byte[] head, FluxText xml, int begin, int second) {
        return FluxSchema.surelyPassages(flux.schema(), xml.plain(), begin, xml.size())
                && schemaFaults(flux.schema(), head, xml, begin, second).isEmpty();
    }

    /** What the schema says of a file with the passages between two places alone. */
    private static List<Fault> schemaFaults(FluxSchema.Version schema, byte[] head, FluxText xml, int from, int to) {
        ByteArrayOutputStream alone = new ByteArrayOutputStream();
        alone.writeBytes(head);
        alone.write(xml.plain(), from, to - from);
        alone.writeBytes(FluxFormat.foot().getBytes(StandardCharsets.UTF_8));
        return FluxSchema.faults(schema, alone.toByteArray()).stream()
                .map(f -> new Fault("schema", "D6", f))
                .toList();
    }

    private void finish(Flux flux, Progress progress) {
        if (flux.passages() == 0) {
            flux.end(Flux.State.EMPTY, "Nothing was ready.", now());
            return;
        }
        FluxText foot = new FluxText(1).raw(FluxFormat.foot().getBytes(StandardCharsets.UTF_8));
        fluxes.add(flux.id(), FluxFormat.pack(foot), new UUID[0], flux.passages());
        flux.grow(
                Objects.requireNonNull(flux.lastAwardedOn()), Objects.requireNonNull(flux.lastId()), 0, 0, foot.size());
        MessageDigest sha256 = digest(progress.sha256(), foot);
        flux.built(sha256 == null ? hash(flux.id()) : HexFormat.of().formatHex(sha256.digest()), now());
        Log.infof(
                "declaration %s of %s: %d passages, %d set aside",
                flux.fileName(), flux.certificationNumber(), flux.passages(), flux.setAside());
    }

    private static @Nullable MessageDigest digest(@Nullable MessageDigest before, FluxText piece) {
        if (before == null) {
            return null;
        }
        try {
            MessageDigest sha256 = (MessageDigest) before.clone();
            sha256.update(piece.plain(), 0, piece.size());
            return sha256;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the digest of every Java can be copied", e);
        }
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The digest of all pieces, read again. */
    private String hash(UUID fluxId) {
        try (DigestOutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), newDigest())) {
            fluxes.write(fluxId, out);
            return HexFormat.of().formatHex(out.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
