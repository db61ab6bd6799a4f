package fr.parchemin.results.capital;

import fr.parchemin.kit.outbox.OutboundEvent;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.results.capital.Capital.By;
import fr.parchemin.results.capital.Capital.Held;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** Tells what counts by a correspondence and what no longer does, each once and with its reason (R11). */
@ApplicationScoped
public class SyncRecognitions {

    /** So many that locking each key costs less than holding everybody back. */
    private static final int FEW = 50;

    private final RecognitionRepository recognitions;
    private final Outbox outbox;
    private final Clock clock;

    SyncRecognitions(RecognitionRepository recognitions, Outbox outbox, Clock clock) {
        this.recognitions = recognitions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The same where what a candidate obtained has changed: the reason is what lapsed last, if anything did. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void sync(Map<UUID, Capital> now) {
        sync(now, capital -> capital.lapses().values().stream()
                .max(Comparator.comparing(Capital.Lapse::on).thenComparing(Capital.Lapse::gain))
                .map(Capital.Lapse::reason)
                .orElse("It is held by examination now."));
    }

    private record Thing(UUID candidate, String certification, String block) {}

    /**
     * Compares what counts now with what was told last.
     *
     * @param now what each candidate holds; nobody else changes it meanwhile
     * @param why what brought the change about
     * @return how many booklets are others than before
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int sync(Map<UUID, Capital> now, String why) {
        return sync(now, capital -> why);
    }

    private int sync(Map<UUID, Capital> now, Function<Capital, String> why) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"));
        Map<Thing, Recognition> told = new HashMap<>();
        recognitions
                .inForce(now.keySet())
                .forEach(r -> told.put(new Thing(r.candidateId(), r.certificationNumber(), r.blockCode()), r));
        List<OutboundEvent> events = new ArrayList<>();
        List<Recognition> fresh = new ArrayList<>();
        Map<UUID, Boolean> changed = new HashMap<>();
        now.forEach((candidate, capital) -> {
            for (Capital.Standing standing : capital.standings()) {
                for (Held held : standing.blocks()) {
                    UUID row = held.correspondence();
                    if (held.by() != By.CORRESPONDENCE || row == null) {
                        continue;
                    }
                    Recognition known = told.remove(new Thing(candidate, standing.certification(), held.code()));
                    if (known != null && known.correspondenceId().equals(row)) {
                        continue;
                    }
                    String reason = "Correspondence: " + Objects.requireNonNull(held.reference());
                    if (known == null) {
                        changed.put(candidate, true);
                        events.add(new BlockRecognisedEvent(
                                candidate,
                                standing.certification(),
                                held.code(),
                                held.by(),
                                held.from(),
                                reason,
                                today));
                    } else {
                        known.end(today, why.apply(capital));
                    }
                    fresh.add(new Recognition(
                            candidate, standing.certification(), held.code(), row, held.from(), today, reason));
                }
            }
        });
        told.forEach((thing, recognition) -> {
            changed.put(thing.candidate(), true);
            String reason = why.apply(Objects.requireNonNull(now.get(thing.candidate())));
            recognition.end(today, reason);
            events.add(new BlockRecognitionEndedEvent(
                    thing.candidate(), thing.certification(), thing.block(), reason, today));
        });
        // What ended leaves the unique index before its successor enters it.
        recognitions.flush();
        recognitions.persist(fresh);
        recognitions.flush();
        if (events.size() <= FEW) {
            events.forEach(outbox::append);
        } else {
            outbox.appendAll(events);
        }
        return changed.size();
    }
}
