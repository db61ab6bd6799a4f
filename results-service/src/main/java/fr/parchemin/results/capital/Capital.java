package fr.parchemin.results.capital;

import fr.parchemin.results.capital.Fact.Cause;
import fr.parchemin.results.capital.Fact.Correspondence;
import fr.parchemin.results.capital.Fact.Gain;
import fr.parchemin.results.capital.Fact.Kind;
import fr.parchemin.results.capital.Fact.Scope;
import fr.parchemin.results.capital.Fact.Undone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate holds, computed from every fact about them: a pure function, so that the same facts give the same
 * whatever the order in which they arrived (R104). Nothing is ever lost by a failure (R95): a failure is no fact here.
 *
 * @param standings one for each version of a title towards which something is held, by number
 * @param counting the gains that count, oldest first
 * @param lapses the gains that do not, each with its reason, by id of the gain
 */
public record Capital(List<Standing> standings, List<Gain> counting, SortedMap<UUID, Lapse> lapses) {

    /** How a block is held. */
    public enum By {
        EXAMINATION,
        EQUIVALENCE,
        CORRESPONDENCE
    }

    /**
     * One version of a title and what is held towards it.
     *
     * @param blocks the blocks held, by code
     * @param titleGain the title, once obtained and as long as it stands
     * @param complements complementary certificates held
     * @param missing codes of the blocks not held
     * @param finalInterviewPending every block is held and the title is not: the final interview is to be sat (R99)
     * @param countsUntil last day on which the blocks add up to the title (R97), null while no end is known
     * @param lapses what was obtained and no longer counts, with the reason
     */
    public record Standing(
            String certification,
            @Nullable String title,
            List<Held> blocks,
            @Nullable Gain titleGain,
            List<Gain> complements,
            List<String> missing,
            boolean finalInterviewPending,
            @Nullable LocalDate countsUntil,
            List<Lapse> lapses) {

        /** Codes of the blocks held. */
        public Set<String> codes() {
            return blocks.stream().map(Held::code).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /**
     * One block held.
     *
     * @param since day from which it is held
     * @param under number of the version under which it was obtained
     * @param planVersion version of the assessment plan under which it was judged
     * @param gain what it comes from, null for a correspondence
     * @param from the blocks that correspond to it
     * @param correspondence the row that says so
     * @param reference where that row is written
     */
    public record Held(
            String code,
            By by,
            LocalDate since,
            String under,
            @Nullable Integer planVersion,
            @Nullable UUID gain,
            List<String> from,
            @Nullable UUID correspondence,
            @Nullable String reference) {

        /** The blocks examined or granted by decision that this one stands on: itself, or those that correspond. */
        Set<String> ground() {
            return from.isEmpty() ? Set.of(code) : new TreeSet<>(from);
        }
    }

    /** Something obtained that no longer counts. */
    public record Lapse(
            UUID gain,
            String certification,
            Kind kind,
            @Nullable String code,
            LocalDate obtainedOn,
            Cause cause,
            String reason,
            LocalDate on) {}

    private static final Comparator<Held> BETTER = Comparator.comparing(Held::by)
            .thenComparing(Held::since)
            .thenComparing(h -> String.valueOf(h.gain()))
            .thenComparing(h -> String.valueOf(h.correspondence()));

    /**
     * Computes it.
     *
     * @param facts everything about one candidate, and every correspondence there is; a fact that is there twice counts once
     * @param versions what is known of the titles, by number
     */
    public static Capital of(Collection<? extends Fact> facts, Map<String, Version> versions, CapitalTerms terms) {
        Map<Target, Undone> undone = new HashMap<>();
        List<Gain> gains = new ArrayList<>();
        List<Correspondence> rows = new ArrayList<>();
        for (Fact fact : new LinkedHashSet<>(facts)) {
            switch (fact) {
                case Gain gain -> gains.add(gain);
                case Undone u ->
                    undone.merge(
                            new Target(u.scope(), u.target()), u, (a, b) -> Undone.FIRST.compare(a, b) <= 0 ? a : b);
                case Correspondence row -> rows.add(row);
            }
        }
        gains.sort(Gain.OLDEST);
        rows.removeIf(row -> undone.containsKey(new Target(Scope.CORRESPONDENCE, row.id())));
        rows.sort(Comparator.comparing(Correspondence::on).thenComparing(Correspondence::id));

        SortedMap<UUID, Lapse> lapses = new TreeMap<>();
        List<Gain> counting = new ArrayList<>();
        for (Gain gain : gains) {
            Optional<Undone> why = undoing(gain, undone);
            why.ifPresentOrElse(
                    u -> lapses.put(gain.id(), lapse(gain, u.cause(), u.reason(), u.on())), () -> counting.add(gain));
        }
        withdrawGroundless(counting, gains, lapses, versions);
        Map<String, SortedMap<String, Held>> held = held(counting, rows, versions, terms);
        Set<String> numbers = new TreeSet<>(held.keySet());
        gains.forEach(g -> numbers.add(g.certification()));
        return new Capital(
                numbers.stream()
                        .map(number -> standing(number, versions.get(number), held, counting, lapses, terms))
                        .toList(),
                List.copyOf(counting),
                lapses);
    }

    /** What is held towards one version. */
    public Optional<Standing> towards(String certification) {
        return standings.stream()
                .filter(s -> s.certification().equals(certification))
                .findFirst();
    }

    /**
     * The blocks, examined or granted by decision, on which a title of this version stands: those that correspond in place of
     * those that were recognised.
     *
     * @param own blocks obtained with the title itself
     */
    public Set<String> ground(Version version, Collection<String> own) {
        Map<String, Held> held = towards(version.number())
                .map(s -> s.blocks().stream().collect(Collectors.toMap(Held::code, h -> h)))
                .orElse(Map.of());
        Set<String> ground = new TreeSet<>(own);
        version.blocks().stream()
                .filter(code -> !own.contains(code))
                .map(held::get)
                .filter(Objects::nonNull)
                .forEach(h -> ground.addAll(h.ground()));
        return ground;
    }

    /** The day from which a block is held that was examined or granted by decision. */
    public Optional<LocalDate> since(String block) {
        return Stream.concat(
                        counting.stream()
                                .filter(gain -> gain.kind() == Kind.BLOCK && block.equals(gain.code()))
                                .map(Gain::on),
                        standings.stream()
                                .flatMap(s -> s.blocks().stream())
                                .filter(held ->
                                        held.from().isEmpty() && held.code().equals(block))
                                .map(Held::since))
                .min(Comparator.naturalOrder());
    }

    private record Target(Scope scope, @Nullable UUID id) {}

    /** The earliest of the facts that undo this gain. */
    private static Optional<Undone> undoing(Gain gain, Map<Target, Undone> undone) {
        return Stream.of(
                        new Target(Scope.GAIN, gain.id()),
                        new Target(Scope.RECORD, gain.recordId()),
                        new Target(Scope.SESSION, gain.sessionId()),
                        new Target(Scope.EQUIVALENCE, gain.equivalenceId()))
                .map(undone::get)
                .filter(Objects::nonNull)
                .min(Undone.FIRST);
    }

    /** A title whose blocks were not all held on its day, as it turns out, was never due (R98). */
    private static void withdrawGroundless(
            List<Gain> counting, List<Gain> gains, SortedMap<UUID, Lapse> lapses, Map<String, Version> versions) {
        Map<String, LocalDate> since = new HashMap<>();
        for (Gain gain : counting) {
            own(gain, versions).forEach(h -> since.merge(h.code(), h.since(), (a, b) -> a.isBefore(b) ? a : b));
        }
        for (Gain title : List.copyOf(counting)) {
            List<String> lost = new TreeSet<>(title.restsOn())
                    .stream()
                            .filter(code ->
                                    since.getOrDefault(code, LocalDate.MAX).isAfter(title.on()))
                            .toList();
            if (title.kind() == Kind.TITLE && !lost.isEmpty()) {
                Optional<Lapse> first = gains.stream()
                        .filter(g -> g.kind() == Kind.BLOCK && lost.contains(g.code()))
                        .map(g -> lapses.get(g.id()))
                        .filter(Objects::nonNull)
                        .min(Comparator.comparing(Lapse::on).thenComparing(Lapse::gain));
                counting.remove(title);
                lapses.put(
                        title.id(),
                        lapse(
                                title,
                                Cause.GROUND_LOST,
                                "The title stood on " + String.join(", ", lost) + ", which no longer counts"
                                        + first.map(l -> ": " + l.reason()).orElse("."),
                                first.map(Lapse::on).orElse(title.on())));
            }
        }
    }

    private static Lapse lapse(Gain gain, Cause cause, String reason, LocalDate on) {
        return new Lapse(gain.id(), gain.certification(), gain.kind(), gain.code(), gain.on(), cause, reason, on);
    }

    /** By version and code, each block at its best: examined before granted, granted before recognised, and earliest. */
    private static Map<String, SortedMap<String, Held>> held(
            List<Gain> counting, List<Correspondence> rows, Map<String, Version> versions, CapitalTerms terms) {
        Map<String, SortedMap<String, Held>> held = new TreeMap<>();
        counting.forEach(gain -> own(gain, versions).forEach(block -> offer(held, gain.certification(), block)));
        // One pass over what is examined or granted; where rows may follow each other, until nothing new comes of it.
        boolean more = true;
        while (more) {
            Map<String, SortedMap<String, Held>> found = copy(held);
            for (Correspondence row : rows) {
                recognise(row, held, found, versions, terms.transitive());
            }
            more = terms.transitive() && !found.equals(held);
            held.clear();
            held.putAll(found);
        }
        return held;
    }

    /** The blocks that a gain gives by itself; a total equivalence gives the title with all that it is made of (R12). */
    private static List<Held> own(Gain gain, Map<String, Version> versions) {
        String code = gain.code();
        if (gain.kind() == Kind.BLOCK && code != null) {
            return List.of(own(gain, code));
        }
        Version version = versions.get(gain.certification());
        return gain.kind() == Kind.TITLE && gain.equivalenceId() != null && version != null
                ? version.blocks().stream().map(block -> own(gain, block)).toList()
                : List.of();
    }

    private static Held own(Gain gain, String code) {
        return new Held(
                code,
                gain.equivalenceId() == null ? By.EXAMINATION : By.EQUIVALENCE,
                gain.on(),
                gain.certification(),
                gain.planVersion(),
                gain.id(),
                List.of(),
                null,
                null);
    }

    private static void recognise(
            Correspondence row,
            Map<String, SortedMap<String, Held>> held,
            Map<String, SortedMap<String, Held>> found,
            Map<String, Version> versions,
            boolean transitive) {
        List<String> needed = blocks(row.fromBlocks(), versions.get(row.from()));
        SortedMap<String, Held> from = held.getOrDefault(row.from(), new TreeMap<>());
        List<Held> sources = needed.stream()
                .map(from::get)
                .filter(Objects::nonNull)
                .filter(h -> transitive || h.by() != By.CORRESPONDENCE)
                .toList();
        if (needed.isEmpty() || sources.size() < needed.size()) {
            return;
        }
        LocalDate since = sources.stream().map(Held::since).reduce(row.on(), (a, b) -> a.isAfter(b) ? a : b);
        List<String> ground = sources.stream()
                .flatMap(h -> h.ground().stream())
                .distinct()
                .sorted()
                .toList();
        for (String code : blocks(row.toBlocks(), versions.get(row.to()))) {
            offer(
                    found,
                    row.to(),
                    new Held(
                            code, By.CORRESPONDENCE, since, row.from(), null, null, ground, row.id(), row.reference()));
        }
    }

    private static List<String> blocks(List<String> named, @Nullable Version all) {
        return !named.isEmpty() ? named : all == null ? List.of() : all.blocks();
    }

    private static void offer(Map<String, SortedMap<String, Held>> held, String certification, Held block) {
        held.computeIfAbsent(certification, c -> new TreeMap<>())
                .merge(block.code(), block, (a, b) -> BETTER.compare(a, b) <= 0 ? a : b);
    }

    private static Map<String, SortedMap<String, Held>> copy(Map<String, SortedMap<String, Held>> held) {
        Map<String, SortedMap<String, Held>> copy = new TreeMap<>();
        held.forEach((certification, blocks) -> copy.put(certification, new TreeMap<>(blocks)));
        return copy;
    }

    private static Standing standing(
            String number,
            @Nullable Version version,
            Map<String, SortedMap<String, Held>> held,
            List<Gain> counting,
            SortedMap<UUID, Lapse> lapses,
            CapitalTerms terms) {
        SortedMap<String, Held> blocks = held.getOrDefault(number, new TreeMap<>());
        List<Gain> own =
                counting.stream().filter(g -> g.certification().equals(number)).toList();
        Gain title =
                own.stream().filter(g -> g.kind() == Kind.TITLE).findFirst().orElse(null);
        List<String> missing = version == null
                ? List.of()
                : version.blocks().stream().filter(c -> !blocks.containsKey(c)).toList();
        return new Standing(
                number,
                version == null ? null : version.title(),
                List.copyOf(blocks.values()),
                title,
                own.stream().filter(g -> g.kind() == Kind.CCS).toList(),
                missing,
                title == null && version != null && !version.blocks().isEmpty() && missing.isEmpty(),
                version == null ? null : terms.countsUntil(version),
                lapses.values().stream()
                        .filter(l -> l.certification().equals(number))
                        .sorted(Comparator.comparing(Lapse::obtainedOn).thenComparing(Lapse::gain))
                        .toList());
    }
}
