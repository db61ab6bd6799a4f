package fr.parchemin.session.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What makes a plan impossible and can be seen without searching: each cause, for whom, and what would make it possible. A
 * task without obstacles may still be impossible; then the search leaves passages over, and {@link ExplainMissing} says why.
 */
public final class FindObstacles {

    private final Task task;
    private final Task whole;
    private final List<Fault> found = new ArrayList<>();

    public FindObstacles(Task task) {
        this(task, task);
    }

    /**
     * Of a task that has begun.
     *
     * @param task what is ahead
     * @param whole with the time that is past, in which fixed passages may lie
     */
    public FindObstacles(Task task, Task whole) {
        this.task = task;
        this.whole = whole;
    }

    /** All of them at once. */
    public List<Fault> all() {
        if (task.events().isEmpty()) {
            add("R78", "No event is known for this session: its certification has no published assessment plan.");
        }
        if (task.examinees().isEmpty()) {
            add("R62", "Nobody is enrolled: enrol candidates first.");
        }
        if (task.jurors().size() < task.jurorsEach()) {
            add(
                    "R49",
                    "The jury has %d member(s); %d are needed: appoint the jury first."
                            .formatted(task.jurors().size(), task.jurorsEach()));
        }
        if (task.rooms().isEmpty()) {
            add(null, "The site has no room: add one with POST /v1/centres/{centreId}/sites/{siteId}/rooms.");
        }
        if (task.windows().isEmpty()) {
            add(
                    "R72",
                    "No day of the session is open from now on: name the days to use in days, or the hours in opensAt and closesAt.");
        }
        if (found.isEmpty()) {
            rooms();
            actors();
            eachCandidate();
            totals();
            fixed();
        }
        return List.copyOf(found);
    }

    private void rooms() {
        for (Task.Event event : task.events()) {
            if (task.rooms().stream().noneMatch(r -> r.takes(event))) {
                add(
                        null,
                        "No room takes %s (%s): add one, or open another to it."
                                .formatted(event.code(), event.label()));
            }
        }
    }

    private void actors() {
        if (task.simulationsAtOnce() == 0 && task.events().stream().anyMatch(Task.Event::simulation)) {
            add("R83", "A simulation takes %d actors; %d are there.".formatted(task.actorsEach(), task.actors()));
        }
    }

    private void eachCandidate() {
        int longest =
                task.windows().stream().mapToInt(Task.Window::minutes).max().orElse(0);
        for (Task.Examinee c : task.examinees()) {
            List<Task.Juror> left = task.jurorsFor(c);
            if (left.size() < task.jurorsEach()) {
                add(
                        "R56",
                        "%s: %s; %d are needed. Add an accredited juror who has no tie with this candidate."
                                .formatted(
                                        c.name(),
                                        left.isEmpty()
                                                ? "every juror is recused"
                                                : "only %s is not recused".formatted(names(left)),
                                        task.jurorsEach()));
            }
            for (Task.Event event : task.events()) {
                int minutes = c.minutes(event);
                if (minutes > longest) {
                    add(
                            c.extraPercent() > 0 ? "R29" : "R78",
                            "%s: %s takes %d min%s, and the longest time without a break is %d min. Shorten a break or lengthen the day."
                                    .formatted(c.name(), event.code(), minutes, extra(c), longest));
                }
            }
            int needed = minutes(List.of(c), task.events());
            if (needed > task.openMinutes()) {
                add(
                        c.extraPercent() > 0 ? "R29" : "R78",
                        "%s: the events take %d min%s, and the site is open for %d min. Lengthen the day or the session."
                                .formatted(c.name(), needed, extra(c), task.openMinutes()));
            }
        }
    }

    /** Minutes that are needed against minutes that there are: of juries, of rooms, of actors, of few jurors. */
    private void totals() {
        int passages = minutes(task.examinees(), task.events());
        int juries = task.juriesAtOnce();
        compare(
                "R49",
                "judging takes %d min, and %d jurors who sit by %d have %d min"
                        .formatted(passages, task.jurors().size(), task.jurorsEach(), juries * task.openMinutes()),
                passages,
                juries,
                "%d more juror(s)",
                task.jurorsEach());
        compare(
                null,
                "the passages take %d min, and %d room(s) are open for %d min"
                        .formatted(passages, task.rooms().size(), task.rooms().size() * task.openMinutes()),
                passages,
                task.rooms().size(),
                "%d more room(s)",
                1);
        int plays = minutes(
                task.examinees(),
                task.events().stream().filter(Task.Event::simulation).toList());
        if (task.simulationsAtOnce() > 0) {
            compare(
                    "R83",
                    "the simulations take %d min with %d actors each, and %d actors have %d min"
                            .formatted(
                                    plays,
                                    task.actorsEach(),
                                    task.actors(),
                                    task.simulationsAtOnce() * task.openMinutes()),
                    plays,
                    task.simulationsAtOnce(),
                    "%d more actor(s)",
                    task.actorsEach());
        }
        fewJurors();
    }

    /** Candidates whom the same few jurors may judge. */
    private void fewJurors() {
        Map<Set<UUID>, List<Task.Examinee>> byJurors = new HashMap<>();
        for (Task.Examinee c : task.examinees()) {
            byJurors.computeIfAbsent(
                            task.jurorsFor(c).stream().map(Task.Juror::id).collect(Collectors.toSet()),
                            k -> new ArrayList<>())
                    .add(c);
        }
        byJurors.entrySet().stream()
                .filter(e ->
                        e.getKey().size() < task.jurors().size() && e.getKey().size() >= task.jurorsEach())
                .sorted(Comparator.comparing(e -> e.getValue().getFirst().name()))
                .forEach(e -> {
                    List<Task.Examinee> bound = byJurors.entrySet().stream()
                            .filter(o -> e.getKey().containsAll(o.getKey()))
                            .flatMap(o -> o.getValue().stream())
                            .toList();
                    int needed = minutes(bound, task.events());
                    int there = e.getKey().size() / task.jurorsEach() * task.openMinutes();
                    if (needed > there) {
                        List<Task.Juror> jurors = task.jurors().stream()
                                .filter(j -> e.getKey().contains(j.id()))
                                .toList();
                        add(
                                "R56",
                                "%d candidates (%s) can be judged by %s alone: that takes %d min, and they have %d min. Add a juror without a tie, or days."
                                        .formatted(bound.size(), some(bound), names(jurors), needed, there));
                    }
                });
    }

    private void compare(@Nullable String rule, String balance, int needed, int parallel, String more, int step) {
        int open = task.openMinutes();
        int there = parallel * open;
        if (needed <= there || open == 0) {
            return;
        }
        int lanes = Math.ceilDiv(needed, open) - parallel;
        int perDay = (int) Math.ceil(open
                / (double) task.windows().stream()
                        .mapToInt(w -> w.from() / Task.DAY)
                        .distinct()
                        .count());
        String days =
                parallel == 0 ? "" : " or %d more day(s)".formatted(Math.ceilDiv(needed - there, parallel * perDay));
        add(
                rule,
                "Too little time: %s. %d min are missing; %s%s would be enough, or longer hours."
                        .formatted(balance, needed - there, more.formatted(lanes * step), days));
    }

    /** Passages that somebody pinned and that cannot stay. */
    private void fixed() {
        for (Fault fault : new CheckPlan(whole).faults(task.fixed())) {
            found.add(new Fault(
                    fault.rule(),
                    "Fixed, because it is pinned or has begun: " + fault.message() + " Move it or unpin it.",
                    fault.about()));
        }
    }

    /** Of the passages that are not fixed. */
    private int minutes(Collection<Task.Examinee> candidates, Collection<Task.Event> events) {
        return candidates.stream()
                .mapToInt(c -> events.stream()
                        .filter(e -> task.fixed().stream().noneMatch(p -> p.is(c, e)))
                        .mapToInt(c::minutes)
                        .sum())
                .sum();
    }

    private static String extra(Task.Examinee c) {
        return c.extraPercent() > 0 ? " with the extra time" : "";
    }

    private static String names(List<Task.Juror> jurors) {
        return jurors.stream().map(Task.Juror::name).collect(Collectors.joining(" and "));
    }

    private static String some(List<Task.Examinee> candidates) {
        String first = candidates.stream().limit(3).map(Task.Examinee::name).collect(Collectors.joining(", "));
        return candidates.size() > 3 ? first + "…" : first;
    }

    private void add(@Nullable String rule, String message) {
        found.add(new Fault(rule, message, List.of()));
    }
}
