package fr.parchemin.results.capital;

import fr.parchemin.kit.Ids;
import fr.parchemin.results.capital.Fact.Cause;
import fr.parchemin.results.capital.Fact.Scope;
import fr.parchemin.results.certification.CertificationSheet;
import fr.parchemin.results.certification.CopyCertification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps the facts that booklets and awards follow from, and computes what a candidate holds from them. */
@ApplicationScoped
public class KeepCapital {

    private final AcquisitionRepository acquisitions;
    private final EquivalenceRepository equivalences;
    private final VoidingRepository voidings;
    private final CorrespondenceRepository correspondences;
    private final CopyCertification certifications;
    private final CapitalTerms terms;
    private final EntityManager entities;
    private final Clock clock;

    KeepCapital(
            AcquisitionRepository acquisitions,
            EquivalenceRepository equivalences,
            VoidingRepository voidings,
            CorrespondenceRepository correspondences,
            CopyCertification certifications,
            CapitalTerms terms,
            EntityManager entities,
            Clock clock) {
        this.acquisitions = acquisitions;
        this.equivalences = equivalences;
        this.voidings = voidings;
        this.correspondences = correspondences;
        this.certifications = certifications;
        this.terms = terms;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Lets nobody else change what these candidates hold until the transaction ends. Taken in one order, so that two
     * transactions never wait for each other crosswise.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(Collection<UUID> candidateIds) {
        for (UUID candidate : new TreeSet<>(candidateIds)) {
            entities.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:key, 1))")
                    .setParameter("key", candidate.toString())
                    .getSingleResult();
        }
    }

    /** Records what a validated record gave. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void acquire(Acquisition acquisition) {
        acquisitions.persist(acquisition);
    }

    /** Records that something no longer counts; what was undone already stays undone for its first reason. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void undo(Scope scope, UUID target, Cause cause, String reason, LocalDate on, String by) {
        if (!voidings.known(scope, target)) {
            voidings.persistAndFlush(new Voiding(
                    new Fact.Undone(Ids.next(), scope, target, cause, reason, on),
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    by));
        }
    }

    /**
     * What a rectifying record says again stays undone where a decision on it had undone it (R118).
     *
     * @param before what the corrected record gave
     * @param again the same from the rectifying one
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keepUndone(UUID before, UUID again) {
        voidings.ofGain(before)
                .ifPresent(decision ->
                        voidings.persist(decision.alsoOf(again, clock.instant().truncatedTo(ChronoUnit.MICROS))));
    }

    /** What one record gave. */
    @Transactional
    public List<Acquisition> ofRecord(UUID recordId) {
        return acquisitions.list("recordId = ?1 order by id", recordId);
    }

    /** Who obtained something in this session. */
    @Transactional
    public Set<UUID> candidatesOf(UUID sessionId) {
        return acquisitions.list("sessionId", sessionId).stream()
                .map(Acquisition::candidateId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What these candidates obtained at sessions, whether it still counts or not, by its id. */
    @Transactional
    public Map<UUID, Acquisition> acquisitions(Collection<UUID> candidateIds) {
        return acquisitions.list("candidateId in ?1", candidateIds).stream()
                .collect(Collectors.toMap(Acquisition::id, a -> a));
    }

    /** The titles that these candidates were granted whole (R12, R13), whether they still count or not. */
    @Transactional
    public List<GrantedTitle> grantedTitles(Collection<UUID> candidateIds) {
        List<Equivalence> granted = equivalences.list("candidateId in ?1 order by decidedOn, id", candidateIds).stream()
                .filter(e -> e.blocks().isEmpty())
                .toList();
        Map<String, CertificationSheet> sheets = certifications.sheets(
                granted.stream().map(Equivalence::certificationNumber).collect(Collectors.toSet()));
        return granted.stream()
                .map(e -> new GrantedTitle(
                        e.gains().getFirst().id(),
                        e.candidateId(),
                        e.certificationNumber(),
                        Objects.requireNonNull(sheets.get(e.certificationNumber()))
                                .title(),
                        e.reference(),
                        e.decidedOn()))
                .toList();
    }

    /** What one candidate holds. */
    @Transactional
    public Capital of(UUID candidateId) {
        return Objects.requireNonNull(of(Set.of(candidateId)).get(candidateId));
    }

    /** What each of these candidates holds. */
    @Transactional
    public Map<UUID, Capital> of(Collection<UUID> candidateIds) {
        return compute(candidateIds, a -> true);
    }

    /** The same from what was obtained elsewhere than in this session. */
    @Transactional
    public Map<UUID, Capital> apartFrom(UUID sessionId, Collection<UUID> candidateIds) {
        return compute(candidateIds, a -> !a.sessionId().equals(sessionId));
    }

    /** The same from the records named here alone, beside what the authority decided. */
    @Transactional
    public Capital of(UUID candidateId, Predicate<Acquisition> shown) {
        return Objects.requireNonNull(compute(Set.of(candidateId), shown).get(candidateId));
    }

    /** What is known of a title, null when it was never told of. */
    @Transactional
    public @Nullable Version version(String number) {
        CertificationSheet sheet = certifications.sheets(Set.of(number)).get(number);
        return sheet == null ? null : Version.of(sheet);
    }

    /** The last day on which blocks add up to this title (R97), null while no end is known. */
    @Transactional
    public @Nullable LocalDate countsUntil(String number) {
        Version version = version(number);
        return version == null ? null : terms.countsUntil(version);
    }

    private Map<UUID, Capital> compute(Collection<UUID> candidateIds, Predicate<Acquisition> which) {
        Map<UUID, List<Fact>> facts = new HashMap<>();
        Set<UUID> targets = new TreeSet<>();
        Set<String> numbers = new TreeSet<>();
        candidateIds.forEach(c -> facts.put(c, new ArrayList<>()));
        for (Acquisition a : acquisitions.list("candidateId in ?1", candidateIds)) {
            if (which.test(a)) {
                Objects.requireNonNull(facts.get(a.candidateId())).add(a.gain());
                targets.addAll(List.of(a.id(), a.recordId(), a.sessionId()));
                numbers.add(a.certificationNumber());
            }
        }
        for (Equivalence e : equivalences.list("candidateId in ?1", candidateIds)) {
            Objects.requireNonNull(facts.get(e.candidateId())).addAll(e.gains());
            targets.add(e.id());
            e.gains().forEach(gain -> targets.add(gain.id()));
            numbers.add(e.certificationNumber());
        }
        List<Fact> common = new ArrayList<>(rows(numbers));
        voidings.of(targets).forEach(v -> common.add(v.undone()));
        voidings.ofCorrespondences().forEach(v -> common.add(v.undone()));
        Map<String, Version> versions = new HashMap<>();
        certifications.sheets(numbers).forEach((number, sheet) -> versions.put(number, Version.of(sheet)));
        Map<UUID, Capital> capitals = new HashMap<>();
        facts.forEach((candidate, own) -> {
            own.addAll(common);
            capitals.put(candidate, Capital.of(own, versions, terms));
        });
        return capitals;
    }

    /**
     * The rows of correspondence that can matter to who holds something of these titles, decided here or declared by the
     * register. Every title that one of them leads to is added to {@code numbers}.
     */
    private List<Fact.Correspondence> rows(Set<String> numbers) {
        List<Fact.Correspondence> all = new ArrayList<>(declared());
        correspondences.listAll().forEach(decision -> all.add(decision.row()));
        List<Fact.Correspondence> relevant = new ArrayList<>();
        boolean more = true;
        while (more) {
            List<Fact.Correspondence> next =
                    all.stream().filter(r -> numbers.contains(r.from())).toList();
            relevant.addAll(next);
            all.removeAll(next);
            more = !next.isEmpty();
            next.forEach(r -> numbers.add(r.to()));
        }
        return relevant;
    }

    /** R11: the register's rows lead from the older of the two titles to the newer one. */
    List<Fact.Correspondence> declared() {
        List<Fact.Correspondence> rows = new ArrayList<>();
        for (CertificationSheet sheet : certifications.corresponding()) {
            for (CertificationSheet.Row row : sheet.correspondences()) {
                String other = row.otherNumber();
                if (other == null) {
                    continue;
                }
                UUID id = UUID.nameUUIDFromBytes((sheet.number() + row).getBytes(StandardCharsets.UTF_8));
                String reference = "register, sheet " + sheet.number();
                if (sheet.predecessors().contains(other)) {
                    rows.add(new Fact.Correspondence(
                            id, other, row.otherBlocks(), sheet.number(), row.blocks(), LocalDate.MIN, reference));
                } else if (sheet.successors().contains(other)) {
                    rows.add(new Fact.Correspondence(
                            id, sheet.number(), row.blocks(), other, row.otherBlocks(), LocalDate.MIN, reference));
                }
            }
        }
        return rows;
    }
}
