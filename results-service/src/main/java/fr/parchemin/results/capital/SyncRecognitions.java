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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Tells what counts by a correspondence and what no longer does, each once and with its reason (R11). */
@ApplicationScoped
public class SyncRecognitions {

    private final RecognitionRepository recognitions;
    private final Outbox outbox;
    private final Clock clock;

    SyncRecognitions(RecognitionRepository recognitions, Outbox outbox, Clock clock) {
        this.recognitions = recognitions;
        this.outbox = outbox;
        this.clock = clock;
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
                        known.end(today, why);
                    }
                    fresh.add(new Recognition(
                            candidate, standing.certification(), held.code(), row, held.from(), today, reason));
                }
            }
        });
        told.forEach((thing, recognition) -> {
            changed.put(thing.candidate(), true);
            recognition.end(today, why);
            events.add(new BlockRecognitionEndedEvent(
                    thing.candidate(), thing.certification(), thing.block(), why, today));
        });
        // What ended leaves the unique index before its successor enters it.
        recognitions.flush();
        recognitions.persist(fresh);
        recognitions.flush();
        if (events.size() == 1) {
            outbox.append(events.getFirst());
        } else {
            outbox.appendAll(events);
        }
        return changed.size();
    }
}
