package fr.parchemin.results.award;

import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.results.audit.AuditTrail;
import fr.parchemin.results.capital.Acquisition;
import fr.parchemin.results.capital.Capital;
import fr.parchemin.results.capital.CapitalDecided;
import fr.parchemin.results.capital.GrantedTitle;
import fr.parchemin.results.capital.KeepCapital;
import fr.parchemin.results.capital.ObtainedBy;
import fr.parchemin.results.capital.SyncRecognitions;
import fr.parchemin.results.cohort.ChangedTitle;
import fr.parchemin.results.cohort.FollowTitles;
import fr.parchemin.results.declaration.Declarable;
import fr.parchemin.results.declaration.KeepDeclarations;
import fr.parchemin.results.examsession.Identity;
import fr.parchemin.results.examsession.ReadIdentity;
import fr.parchemin.results.published.PublishResults;
import fr.parchemin.results.statistics.CountResults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private final ReadIdentity identities;
    private final KeepDeclarations declarations;
    private final CountResults figures;
    private final FollowTitles titles;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final EntityManager entities;

    SettleAwards(
            AwardRepository awards,
            KeepCapital capital,
            PublishResults results,
            SyncRecognitions recognitions,
            ReadIdentity identities,
            KeepDeclarations declarations,
            CountResults figures,
            FollowTitles titles,
            Outbox outbox,
            AuditTrail audit,
            EntityManager entities) {
        this.awards = awards;
        this.capital = capital;
        this.results = results;
        this.recognitions = recognitions;
        this.identities = identities;
        this.declarations = declarations;
        this.figures = figures;
        this.titles = titles;
        this.outbox = outbox;
        this.audit = audit;
        this.entities = entities;
    }

    private record Thing(
            String certification, String kind, @Nullable String code) {

        static Thing of(Award a) {
            return new Thing(a.certificationNumber(), a.kind().name(), a.blockCode());
        }

        static Thing of(Certifiable c) {
            return new Thing(c.certificationNumber(), c.kind().name(), c.code());
        }
    }

    /** Follows a decision that granted or took back something without an examination (R13). */
    @Transactional(Transactional.TxType.MANDATORY)
    void follow(@Observes CapitalDecided decided) {
        settle(decided.candidateIds());
    }

    /** Does so for some candidates, whose facts nobody else changes meanwhile ({@link KeepCapital#lock}). */
    @Transactional(Transactional.TxType.MANDATORY)
    public void settle(Collection<UUID> candidateIds) {
        if (candidateIds.isEmpty()) {
            return;
        }
        Set<UUID> people = new TreeSet<>(candidateIds);
        entities.flush();
        Map<UUID, Capital> now = capital.of(people);
        Map<UUID, Certifiable> certifiable = certifiable(people);
        Map<UUID, List<Award>> inForce =
                awards.inForce(people).stream().collect(Collectors.groupingBy(Award::candidateId));
        Map<UUID, List<Certifiable>> missing = new TreeMap<>();
        Set<UUID> sessions = new TreeSet<>();
        for (UUID person : people) {
            missing.put(
                    person,
                    withdrawAndMiss(
                            Objects.requireNonNull(now.get(person)),
                            certifiable,
                            inForce.getOrDefault(person, List.of()),
                            sessions));
        }
        // What is withdrawn leaves the unique indexes before its successor enters them.
        entities.flush();
        Map<Identity.Key, Integer> corrections = corrections(people);
        Map<UUID, Boolean> notified = new HashMap<>();
        List<Award> changed = new ArrayList<>(inForce.values().stream()
                .flatMap(List::stream)
                .filter(a -> !a.inForce())
                .toList());
        for (List<Certifiable> some : missing.values()) {
            for (Certifiable thing : some) {
                if (thing instanceof Certifiable.Examined(Acquisition a)) {
                    sessions.add(a.sessionId());
                }
                changed.add(issue(
                        thing,
                        corrections.getOrDefault(
                                new Identity.Key(thing.candidateId(), thing.identityVersion()),
                                thing.identityVersion()),
                        switch (thing) {
                            // Issued anew in place of another one: what was notified is no secret any more.
                            case Certifiable.Examined(Acquisition a) ->
                                notified.computeIfAbsent(a.recordId(), results::notified);
                            // R13: the decision itself is notified.
                            case Certifiable.Granted granted -> true;
                        }));
            }
        }
        recognitions.sync(now);
        figures.changed(sessions);
        count(changed);
    }

    private void count(List<Award> changed) {
        List<ChangedTitle> some = changed.stream()
                .filter(a -> a.kind() == Award.Kind.TITLE)
                .map(a -> new ChangedTitle(
                        a.certificationNumber(),
                        a.awardedOn().getYear(),
                        a.number(),
                        a.withdrawalCause() == null ? null : a.withdrawalCause().name()))
                .toList();
        if (!some.isEmpty()) {
            entities.flush();
            titles.follow(some);
        }
    }

    /** Everything that these people could have a certificate of, by its id among what they hold. */
    private Map<UUID, Certifiable> certifiable(Set<UUID> people) {
        Map<UUID, Certifiable> things = new HashMap<>();
        capital.acquisitions(people).forEach((id, a) -> things.put(id, new Certifiable.Examined(a)));
        List<GrantedTitle> granted = capital.grantedTitles(people);
        if (!granted.isEmpty()) {
            Map<UUID, Identity> latest = identities.all(people).stream()
                    .collect(Collectors.toMap(
                            Identity::candidateId,
                            Function.identity(),
                            BinaryOperator.maxBy(Comparator.comparing(Identity::version))));
            for (GrantedTitle title : granted) {
                Identity holder = latest.get(title.candidateId());
                if (holder != null) {
                    things.put(title.id(), new Certifiable.Granted(title, holder));
                }
            }
        }
        return things;
    }

    /**
     * Withdraws what no longer counts and notes the sessions it came of; returns what counts and is not certified, oldest
     * first.
     */
    private List<Certifiable> withdrawAndMiss(
            Capital now, Map<UUID, Certifiable> certifiable, List<Award> certified, Set<UUID> sessions) {
        List<Certifiable> counting = now.counting().stream()
                .map(g -> certifiable.get(g.id()))
                .filter(Objects::nonNull)
                .toList();
        Set<UUID> counted = counting.stream().map(Certifiable::id).collect(Collectors.toSet());
        List<Award> inForce = new ArrayList<>(certified);
        inForce.sort(Comparator.comparing((Award a) -> a.kind() != Award.Kind.TITLE)
                .thenComparing(a -> String.valueOf(a.blockCode())));
        Set<Thing> held = new HashSet<>();
        for (Award award : inForce) {
            if (stands(award, counted, counting)) {
                held.add(Thing.of(award));
            } else {
                withdraw(award, now);
                UUID session = award.sessionId();
                if (session != null) {
                    sessions.add(session);
                }
            }
        }
        return counting.stream().filter(a -> held.add(Thing.of(a))).toList();
    }

    private static boolean stands(Award award, Set<UUID> counted, List<Certifiable> counting) {
        if (award.acquisitionId() == null || counted.contains(award.acquisitionId())) {
            return true;
        }
        Optional<Acquisition> same = counting.stream()
                .filter(Certifiable.Examined.class::isInstance)
                .map(c -> ((Certifiable.Examined) c).acquisition())
                .filter(award::sameAs)
                .findFirst();
        same.ifPresent(award::standOn);
        return same.isPresent();
    }

    /** R123: the versions in the place of those frozen at the exam, where they were corrected since. */
    private Map<Identity.Key, Integer> corrections(Set<UUID> people) {
        Map<Identity.Key, Integer> corrections = new HashMap<>();
        for (Object found :
                entities.createNativeQuery("""
                        select candidate_id, former_version, version from identity_correction
                        where candidate_id in (:people) order by recorded_at, id
                        """).setParameter("people", people).getResultList()) {
            Object[] row = (Object[]) found;
            UUID candidate = (UUID) row[0];
            int former = ((Number) row[1]).intValue();
            int version = ((Number) row[2]).intValue();
            // As with the awards of that day: whatever printed the former version prints the new one.
            corrections.replaceAll(
                    (frozen, now) -> frozen.candidateId().equals(candidate) && now == former ? version : now);
            corrections.put(new Identity.Key(candidate, former), version);
        }
        return corrections;
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
        declarations.end(award.number(), lapse.on(), lapse.reason());
    }

    private Award issue(Certifiable thing, int identityVersion, boolean notified) {
        Award award = new Award(thing);
        award.print(identityVersion);
        if (notified) {
            award.show();
        }
        awards.persist(award);
        Map<String, Object> details = new HashMap<>(Map.of("candidate", award.candidateId(), "kind", award.kind()));
        switch (thing) {
            case Certifiable.Examined(Acquisition acquisition) -> {
                details.put("record", acquisition.recordId());
                tell(award, acquisition);
            }
            case Certifiable.Granted(GrantedTitle grant, Identity ignored) -> {
                details.put("decision", grant.reference());
                outbox.append(new TitleGrantedEvent(
                        award.number(),
                        award.candidateId(),
                        award.certificationNumber(),
                        grant.reference(),
                        award.awardedOn()));
            }
        }
        audit.change("awardMade", "award", award.number(), null, details);
        if (award.kind() == Award.Kind.TITLE) {
            declare(award, thing);
        }
        return award;
    }

    private void tell(Award award, Acquisition acquisition) {
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
                        acquisition.route(),
                        award.awardedOn()));
        }
    }

    private void declare(Award award, Certifiable thing) {
        Acquisition exam = thing instanceof Certifiable.Examined(Acquisition a) ? a : null;
        declarations.begin(new Declarable(
                award.number(),
                award.certificationNumber(),
                award.candidateId(),
                award.identityVersion(),
                exam == null ? null : exam.sessionId(),
                exam == null ? null : exam.enrolmentId(),
                award.route(),
                award.obtainedBy() == ObtainedBy.EQUIVALENCE,
                award.centreSiret(),
                award.awardedOn()));
        if (award.visible()) {
            declarations.release(List.of(award.number()));
        }
    }
}
