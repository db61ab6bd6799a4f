package fr.parchemin.session.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks at passages with the eyes of a person: every hard constraint that they break, in words. Moves by hand and the plan of
 * yesterday are judged by it; the solver is not asked.
 */
public final class CheckPlan {

    private final Task task;

    public CheckPlan(Task task) {
        this.task = task;
    }

    /** Every fault of these passages. */
    public List<Fault> faults(Collection<Task.Placed> passages) {
        List<Fault> faults = new ArrayList<>();
        List<Task.Placed> inOrder = passages.stream()
                .sorted(Comparator.comparingInt(Task.Placed::start)
                        .thenComparing(p -> p.enrolmentId().toString())
                        .thenComparing(Task.Placed::eventCode))
                .toList();
        inOrder.forEach(p -> alone(p, faults));
        for (int i = 0; i < inOrder.size(); i++) {
            for (int k = i + 1; k < inOrder.size(); k++) {
                together(inOrder.get(i), inOrder.get(k), faults);
            }
        }
        actors(inOrder, faults);
        return faults;
    }

    /** The faults in which this passage has a part. */
    public List<Fault> faultsOf(Task.Placed passage, Collection<Task.Placed> others) {
        List<Fault> faults = new ArrayList<>();
        alone(passage, faults);
        List<Task.Placed> all = new ArrayList<>();
        for (Task.Placed other : others) {
            if (!Fault.About.of(other).equals(Fault.About.of(passage))) {
                boolean before = other.start() <= passage.start();
                together(before ? other : passage, before ? passage : other, faults);
                if (other.overlaps(passage)) {
                    all.add(other);
                }
            }
        }
        all.add(passage);
        all.sort(Comparator.comparingInt(Task.Placed::start));
        List<Fault> plays = new ArrayList<>();
        actors(all, plays);
        plays.stream().filter(f -> f.concerns(passage)).forEach(faults::add);
        return faults;
    }

    /** The passages that can stay where they are: without any fault, alone and among themselves. */
    public List<Task.Placed> sound(Collection<Task.Placed> passages) {
        List<Task.Placed> sound = new ArrayList<>();
        for (Task.Placed p : passages) {
            if (faultsOf(p, sound).isEmpty()) {
                sound.add(p);
            }
        }
        return sound;
    }

    private void alone(Task.Placed p, List<Fault> faults) {
        Optional<Task.Examinee> examinee = task.examinee(p.enrolmentId());
        Optional<Task.Event> event = task.event(p.eventCode());
        if (examinee.isEmpty()) {
            faults.add(fault(
                    null,
                    "Enrolment %s is not expected any more: withdrawn, absent or excluded.".formatted(p.enrolmentId()),
                    p));
            return;
        }
        if (event.isEmpty()) {
            faults.add(fault("R78", p.eventCode() + " is not an event of the plan of this session.", p));
            return;
        }
        String who = examinee.get().name() + ", " + p.eventCode();
        int minutes = examinee.get().minutes(event.get());
        if (p.end() - p.start() != minutes) {
            faults.add(fault(
                    examinee.get().extraPercent() > 0 ? "R29" : "R78",
                    "%s: takes %d min%s, not %d."
                            .formatted(
                                    who,
                                    minutes,
                                    examinee.get().extraPercent() > 0 ? " with the extra time" : "",
                                    p.end() - p.start()),
                    p));
        }
        if (task.windows().stream().noneMatch(w -> w.holds(p.start(), p.end()))) {
            faults.add(fault(
                    "R72",
                    "%s: %s to %s is not within the opening hours, breaks left out. %s"
                            .formatted(who, task.words(p.start()), task.words(p.end()), openOn(p.start())),
                    p));
        }
        room(p, event.get(), who, faults);
        jurors(p, examinee.get(), who, faults);
        for (Task.Busy b : task.busy()) {
            if (b.from() < p.end() && p.start() < b.to()) {
                String taken = takenElsewhere(p, examinee.get(), b.who());
                if (taken != null) {
                    faults.add(fault(
                            "R28",
                            "%s: %s is taken by another session from %s to %s."
                                    .formatted(who, taken, task.words(b.from()), task.words(b.to())),
                            p));
                }
            }
        }
    }

    private void room(Task.Placed p, Task.Event event, String who, List<Fault> faults) {
        Optional<Task.Room> room = task.room(p.roomId());
        if (room.isEmpty()) {
            faults.add(fault(null, "%s: the room is not one that this session uses.".formatted(who), p));
        } else if (!room.get().takes(event)) {
            faults.add(fault(
                    null,
                    "%s: room %s is for %s only."
                            .formatted(
                                    who,
                                    room.get().name(),
                                    String.join(
                                            ", ",
                                            room.get().events().stream()
                                                    .sorted()
                                                    .toList())),
                    p));
        }
    }

    private void jurors(Task.Placed p, Task.Examinee examinee, String who, List<Fault> faults) {
        Set<UUID> distinct = new HashSet<>(p.jurorIds());
        if (distinct.size() < task.jurorsEach()) {
            faults.add(fault(
                    "R49", "%s: %d juror(s); %d are needed.".formatted(who, distinct.size(), task.jurorsEach()), p));
        }
        for (UUID id : distinct) {
            Optional<Task.Juror> juror = task.juror(id);
            if (juror.isEmpty()) {
                faults.add(fault("R44", "%s: juror %s is not on the jury.".formatted(who, id), p));
            } else if (examinee.recused().contains(id)) {
                faults.add(fault(
                        "R55",
                        "%s: juror %s is recused for this candidate."
                                .formatted(who, juror.get().name()),
                        p));
            }
        }
    }

    private @Nullable String takenElsewhere(Task.Placed p, Task.Examinee examinee, UUID who) {
        if (p.enrolmentId().equals(who)) {
            return examinee.name();
        }
        if (p.roomId().equals(who)) {
            return task.room(who).map(r -> "room " + r.name()).orElse("the room");
        }
        return p.jurorIds().contains(who)
                ? task.juror(who).map(j -> "juror " + j.name()).orElse("a juror")
                : null;
    }

    private void together(Task.Placed a, Task.Placed b, List<Fault> faults) {
        if (a.enrolmentId().equals(b.enrolmentId())) {
            if (a.overlaps(b)) {
                faults.add(new Fault("R28", both(a, b) + ": at the same time, for one candidate.", about(a, b)));
            }
            outOfOrder(a, b, faults);
            outOfOrder(b, a, faults);
        }
        if (!a.overlaps(b)) {
            return;
        }
        Set<UUID> shared = new HashSet<>(a.jurorIds());
        shared.retainAll(b.jurorIds());
        for (UUID id : shared) {
            faults.add(new Fault(
                    "R49",
                    "%s: at the same time, and juror %s sits in both."
                            .formatted(
                                    both(a, b),
                                    task.juror(id).map(Task.Juror::name).orElse(id.toString())),
                    about(a, b)));
        }
        if (a.roomId().equals(b.roomId())) {
            faults.add(new Fault(
                    null,
                    "%s: at the same time in room %s."
                            .formatted(
                                    both(a, b),
                                    task.room(a.roomId())
                                            .map(Task.Room::name)
                                            .orElse(a.roomId().toString())),
                    about(a, b)));
        }
    }

    private void outOfOrder(Task.Placed earlier, Task.Placed later, List<Fault> faults) {
        boolean follows = task.event(later.eventCode())
                .filter(e -> e.after().contains(earlier.eventCode()))
                .isPresent();
        if (follows && later.start() < earlier.end()) {
            faults.add(new Fault(
                    "R79",
                    "%s: %s comes after %s, which ends at %s."
                            .formatted(name(later), later.eventCode(), earlier.eventCode(), task.words(earlier.end())),
                    about(earlier, later)));
        }
    }

    private void actors(List<Task.Placed> inOrder, List<Fault> faults) {
        List<Task.Placed> plays = inOrder.stream()
                .filter(p ->
                        task.event(p.eventCode()).filter(Task.Event::simulation).isPresent())
                .toList();
        for (Task.Placed p : plays) {
            List<Task.Placed> atOnce = plays.stream()
                    .filter(o -> o.start() <= p.start() && p.start() < o.end())
                    .toList();
            if (atOnce.size() > task.simulationsAtOnce()) {
                faults.add(new Fault(
                        "R83",
                        "At %s %d simulations run at once (%s): %d actors are needed and %d are there."
                                .formatted(
                                        task.words(p.start()),
                                        atOnce.size(),
                                        atOnce.stream().map(this::name).collect(Collectors.joining("; ")),
                                        atOnce.size() * task.actorsEach(),
                                        task.actors()),
                        atOnce.stream().map(Fault.About::of).toList()));
            }
        }
    }

    private String both(Task.Placed a, Task.Placed b) {
        return name(a) + " and " + name(b);
    }

    private String name(Task.Placed p) {
        return task.examinee(p.enrolmentId())
                        .map(Task.Examinee::name)
                        .orElse(p.enrolmentId().toString())
                + ", " + p.eventCode();
    }

    private String openOn(int minute) {
        int day = Math.floorDiv(minute, Task.DAY);
        List<String> open = task.windows().stream()
                .filter(w -> Math.floorDiv(w.from(), Task.DAY) == day)
                .map(w -> task.clock(w.from()).toLocalTime() + "–"
                        + task.clock(w.to()).toLocalTime())
                .toList();
        return open.isEmpty() ? "That day is not open." : "Open that day: " + String.join(", ", open) + ".";
    }

    private static Fault fault(@Nullable String rule, String message, Task.Placed p) {
        return new Fault(rule, message, List.of(Fault.About.of(p)));
    }

    private static List<Fault.About> about(Task.Placed a, Task.Placed b) {
        return List.of(Fault.About.of(a), Fault.About.of(b));
    }
}
