package fr.parchemin.results.declaration;

import fr.parchemin.results.declaration.Declaration.Fault;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Builds files piece by piece, each piece in a transaction of its own: a program that falls goes on where it was, and how far a
 * file is can be read meanwhile. What does not pass the checks or the schema is set aside and holds nobody up (D6).
 */
@ApplicationScoped
class BuildFlux {

    private static final int PIECE = 2_000;

    private final FluxRepository fluxes;
    private final PassageRepository passages;
    private final DeclarationRepository declarations;
    private final CdcTerms terms;
    private final Clock clock;

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
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(this::piece);
        }
    }

    /** Adds one piece to the oldest file under way; false when there is none. */
    private boolean piece() {
        Flux flux = fluxes.next();
        if (flux == null) {
            return false;
        }
        int room = Math.min(PIECE, terms.maxPassages() - flux.passages());
        List<Passage> next = room <= 0
                ? List.of()
                : passages.next(
                        flux.certificationNumber(),
                        flux.action() == Flux.Action.CREATION
                                ? Declaration.State.READY
                                : Declaration.State.DELETION_READY,
                        flux.lastAwardedOn(),
                        flux.lastId(),
                        room);
        if (next.isEmpty()) {
            finish(flux);
            return true;
        }
        if (!add(flux, next)) {
            finish(flux);
        }
        return true;
    }

    /** Adds what fits; returns whether all of it did. */
    private boolean add(Flux flux, List<Passage> next) {
        String head = FluxFormat.head(
                flux.id(), flux.stampedAt(), flux.action(), flux.schema(), flux.sender(), flux.certificationNumber());
        long room = terms.maxBytes() - flux.bytes() - FluxFormat.foot().length();
        Map<UUID, List<Fault>> aside = aside(flux, head, next);
        StringBuilder xml = new StringBuilder(flux.passages() == 0 ? head : "");
        long size = size(xml);
        List<UUID> in = new ArrayList<>();
        Passage last = null;
        boolean full = false;
        for (Passage passage : next) {
            if (!aside.containsKey(passage.id())) {
                int before = xml.length();
                FluxFormat.passage(xml, passage);
                long more = size(xml.substring(before));
                if (size + more > room) {
                    xml.setLength(before);
                    full = true;
                    break;
                }
                size += more;
                in.add(passage.id());
            }
            last = passage;
        }
        if (last == null) {
            return false;
        }
        Instant now = now();
        if (!in.isEmpty()) {
            fluxes.add(flux.id(), pack(xml.toString()), in, flux.passages());
            declarations.enter(
                    in,
                    flux.id(),
                    flux.action() == Flux.Action.CREATION
                            ? Declaration.State.IN_FLUX
                            : Declaration.State.DELETION_IN_FLUX,
                    now);
        }
        aside.forEach((id, faults) -> declarations.findById(id).checked(faults, now));
        flux.grow(last.awardedOn(), last.id(), in.size(), aside.size(), in.isEmpty() ? 0 : size);
        return !full;
    }

    /** What the checks or the schema do not let through, with the reasons. */
    private static Map<UUID, List<Fault>> aside(Flux flux, String head, List<Passage> some) {
        Map<UUID, List<Fault>> aside = new LinkedHashMap<>();
        StringBuilder all = new StringBuilder(head);
        for (Passage passage : some) {
            List<Fault> faults = PassagePolicy.faults(passage);
            if (faults.isEmpty()) {
                FluxFormat.passage(all, passage);
            } else {
                aside.put(passage.id(), faults);
            }
        }
        if (aside.size() < some.size() && !faults(flux, all).isEmpty()) {
            for (Passage passage : some) {
                if (!aside.containsKey(passage.id())) {
                    StringBuilder alone = new StringBuilder(head);
                    FluxFormat.passage(alone, passage);
                    List<String> faults = faults(flux, alone);
                    if (!faults.isEmpty()) {
                        aside.put(
                                passage.id(),
                                faults.stream()
                                        .map(f -> new Fault("schema", "D6", f))
                                        .toList());
                    }
                }
            }
        }
        return aside;
    }

    private static List<String> faults(Flux flux, StringBuilder document) {
        return FluxSchema.faults(
                flux.schema(), document.append(FluxFormat.foot()).toString().getBytes(StandardCharsets.UTF_8));
    }

    private void finish(Flux flux) {
        if (flux.passages() == 0) {
            flux.end(Flux.State.EMPTY, "Nothing was ready.", now());
            return;
        }
        String foot = FluxFormat.foot();
        fluxes.add(flux.id(), pack(foot), List.of(), flux.passages());
        flux.grow(
                Objects.requireNonNull(flux.lastAwardedOn()),
                Objects.requireNonNull(flux.lastId()),
                0,
                0,
                foot.length());
        flux.built(hash(flux.id()), now());
        Log.infof(
                "declaration %s of %s: %d passages, %d set aside",
                flux.fileName(), flux.certificationNumber(), flux.passages(), flux.setAside());
    }

    private String hash(UUID fluxId) {
        try (DigestOutputStream out =
                new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            fluxes.write(fluxId, out);
            return HexFormat.of().formatHex(out.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static long size(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private static byte[] pack(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new FastGzip(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** Texts that repeat themselves this much need no effort. */
    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
