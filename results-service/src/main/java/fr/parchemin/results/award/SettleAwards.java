package fr.parchemin.results.award;

import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.results.audit.AuditTrail;
import fr.parchemin.results.capital.Acquisition;
import fr.parchemin.results.capital.Capital;
import fr.parchemin.results.capital.KeepCapital;
import fr.parchemin.results.capital.SyncRecognitions;
import fr.parchemin.results.published.PublishResults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Brings the certificates of a candidate in step with what counts: withdraws those of what no longer does, makes those of
 * what does, and tells of both. The one place where awards begin and end.
 */
@ApplicationScoped
public class SettleAwards {

    private final AwardRepository awards;
    private final KeepCapital capital;
    private final PublishResults results;
    private final SyncRecognitions recognitions;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final EntityManager entities;

    SettleAwards(
            AwardRepository awards,
            KeepCapital capital,
            PublishResults results,
            SyncRecognitions recognitions,
            Outbox outbox,
            AuditTrail audit,
            EntityManager entities) {
        this.awards = awards;
        this.capital = capital;
        this.results = results;
        this.recognitions = recognitions;
        this.outbox = outbox;
        this.audit = audit;
        this.entities = entities;
    }

    private record Thing(
            String certification, String kind, @Nullable String code) {

        static Thing of(Award a) {
            return new Thing(a.certificationNumber(), a.kind().name(), a.blockCode());
        }

        static Thing of(Acquisition a) {
            return new Thing(a.certificationNumber(), a.kind().name(), a.code());
        }
    }

    /** Does so for one candidate, whose facts nobody else changes meanwhile ({@link KeepCapital#lock}). */
    @Transactional(Transactional.TxType.MANDATORY)
    public void settle(UUID candidateId) {
        entities.flush();
        Capital now = capital.of(candidateId);
        Map<UUID, Acquisition> acquired = capital.acquisitions(candidateId);
        List<Acquisition> counting = now.counting().stream()
                .map(g -> acquired.get(g.id()))
                .filter(Objects::nonNull)
                .toList();
        Set<UUID> counted = new HashSet<>();
        counting.forEach(a -> counted.add(a.id()));
        List<Award> inForce = new ArrayList<>(awards.inForce(candidateId));
        inForce.sort(Comparator.comparing((Award a) -> a.kind() != Award.Kind.TITLE)
                .thenComparing(a -> String.valueOf(a.blockCode())));
        Set<Thing> held = new HashSet<>();
        for (Award award : inForce) {
            if (stands(award, counted, counting)) {
                held.add(Thing.of(award));
            } else {
                withdraw(award, now);
            }
        }
        // What is withdrawn leaves the unique indexes before its successor enters them.
        entities.flush();
        for (Acquisition acquisition : counting) {
            if (held.add(Thing.of(acquisition))) {
                issue(acquisition);
            }
        }
        recognitions.sync(
                Map.of(candidateId, now),
                now.lapses().values().stream()
                        .max(Comparator.comparing(Capital.Lapse::on).thenComparing(Capital.Lapse::gain))
                        .map(Capital.Lapse::reason)
                        .orElse("What it stood on is held by examination now."));
    }

    private static boolean stands(Award award, Set<UUID> counted, List<Acquisition> counting) {
        if (award.acquisitionId() == null || counted.contains(award.acquisitionId())) {
            return true;
        }
        Optional<Acquisition> same = counting.stream().filter(award::sameAs).findFirst();
        same.ifPresent(award::standOn);
        return same.isPresent();
    }

    /** R123: the version in the place of the one frozen at the exam, when it was corrected since. */
    private int identity(Acquisition acquisition) {
        return ((Number) entities.createNativeQuery("""
                        select coalesce((select version from identity_correction
                          where candidate_id = :candidate and former_version = :frozen
                          order by recorded_at desc limit 1), :frozen)
                        """)
                        .setParameter("candidate", acquisition.candidateId())
                        .setParameter("frozen", acquisition.identityVersion())
                        .getSingleResult())
                .intValue();
    }

    private void withdraw(Award award, Capital now) {
        Capital.Lapse lapse = Objects.requireNonNull(now.lapses().get(award.acquisitionId()));
        award.withdraw(lapse.cause(), lapse.reason(), lapse.on());
        audit.change(
                "awardEnded",
                "award",
                award.number(),
                lapse.reason(),
                Map.of(
                        "candidate",
                        award.candidateId(),
                        "before",
                        "IN_FORCE",
                        "after",
                        "WITHDRAWN",
                        "cause",
                        lapse.cause()));
        outbox.append(new AwardWithdrawnEvent(
                award.number(),
                award.candidateId(),
                award.certificationNumber(),
                award.blockCode(),
                lapse.reason(),
                lapse.cause(),
                lapse.on()));
    }

    private void issue(Acquisition acquisition) {
        Award award = new Award(acquisition);
        award.print(identity(acquisition));
        if (results.notified(acquisition.recordId())) {
            // Issued anew in place of another one: what was notified is no secret any more.
            award.show();
        }
        awards.persist(award);
        audit.change(
                "awardMade",
                "award",
                award.number(),
                null,
                Map.of("candidate", award.candidateId(), "record", acquisition.recordId(), "kind", award.kind()));
        String code = acquisition.code();
        switch (acquisition.kind()) {
            case BLOCK ->
                outbox.append(new BlockAwardedEvent(
                        award.number(),
                        award.candidateId(),
                        acquisition.sessionId(),
                        acquisition.recordId(),
                        award.certificationNumber(),
                        Objects.requireNonNull(code),
                        award.awardedOn()));
            case CCS ->
                outbox.append(new ComplementAwardedEvent(
                        award.number(),
                        award.candidateId(),
                        acquisition.sessionId(),
                        acquisition.recordId(),
                        award.certificationNumber(),
                        Objects.requireNonNull(code),
                        award.awardedOn()));
            case TITLE ->
                outbox.append(new TitleAwardedEvent(
                        award.number(),
                        award.candidateId(),
                        acquisition.sessionId(),
                        acquisition.recordId(),
                        award.certificationNumber(),
                        Objects.requireNonNull(acquisition.obtainedBy()),
                        award.route(),
                        award.awardedOn()));
        }
    }
}
