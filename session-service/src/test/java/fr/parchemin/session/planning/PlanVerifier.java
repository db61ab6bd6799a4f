package fr.parchemin.session.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Looks at a plan minute by minute: at each minute of each day, who is where. It shares nothing with the solver or with the
 * check of moves but the facts, and knows no interval, no score and no constraint of theirs.
 */
final class PlanVerifier {

    private PlanVerifier() {}

    /** Everything that is wrong, in words; empty when the plan can be held. */
    static List<String> faults(Task task, Plan plan) {
        List<String> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Map<Integer, Set<UUID>> taken = new HashMap<>();
        Map<Integer, Integer> actors = new HashMap<>();
        for (Task.Placed p : plan.placed()) {
            Task.Examinee candidate = null;
            for (Task.Examinee e : task.examinees()) {
                if (e.enrolmentId().equals(p.enrolmentId())) {
                    candidate = e;
                }
            }
            Task.Event event = null;
            for (Task.Event e : task.events()) {
                if (e.code().equals(p.eventCode())) {
                    event = e;
                }
            }
            if (candidate == null || event == null) {
                faults.add("unknown: " + p);
                continue;
            }
            if (!seen.add(p.enrolmentId() + p.eventCode())) {
                faults.add("twice: " + p);
            }
            double exact = event.minutes() * (1 + candidate.extraPercent() / 100.0);
            if (p.end() - p.start() < exact - 1e-9 || p.end() - p.start() >= exact + 1) {
                faults.add("lasts " + (p.end() - p.start()) + " instead of " + exact + ": " + p);
            }
            Set<UUID> judges = new HashSet<>(p.jurorIds());
            if (judges.size() < 2 || judges.size() != p.jurorIds().size()) {
                faults.add("judged by " + p.jurorIds());
            }
            for (UUID judge : judges) {
                if (candidate.recused().contains(judge)) {
                    faults.add("recused: " + p);
                }
                boolean member = false;
                for (Task.Juror j : task.jurors()) {
                    member |= j.id().equals(judge);
                }
                if (!member) {
                    faults.add("not of the jury: " + p);
                }
            }
            for (Task.Room room : task.rooms()) {
                if (room.id().equals(p.roomId())
                        && !room.events().isEmpty()
                        && !room.events().contains(p.eventCode())) {
                    faults.add("the wrong room: " + p);
                }
            }
            for (int minute = p.start(); minute < p.end(); minute++) {
                boolean open = false;
                for (Task.Window w : task.windows()) {
                    open |= minute >= w.from() && minute < w.to();
                }
                if (!open) {
                    faults.add("closed at " + minute + ": " + p);
                }
                Set<UUID> here = taken.computeIfAbsent(minute, k -> new HashSet<>());
                List<UUID> needed = new ArrayList<>(judges);
                needed.add(p.roomId());
                needed.add(p.enrolmentId());
                for (UUID one : needed) {
                    if (!here.add(one)) {
                        faults.add("two places at " + minute + " for " + one + ": " + p);
                    }
                    for (Task.Busy b : task.busy()) {
                        if (b.who().equals(one) && minute >= b.from() && minute < b.to()) {
                            faults.add("elsewhere at " + minute + ": " + one);
                        }
                    }
                }
                if (event.simulation() && actors.merge(minute, task.actorsEach(), Integer::sum) > task.actors()) {
                    faults.add("too few actors at " + minute + ": " + p);
                }
            }
            for (Task.Placed other : plan.placed()) {
                if (other.enrolmentId().equals(p.enrolmentId())
                        && event.after().contains(other.eventCode())
                        && other.end() > p.start()) {
                    faults.add("before " + other.eventCode() + ": " + p);
                }
            }
        }
        for (Plan.Missing m : plan.missing()) {
            if (!seen.add(m.enrolmentId() + m.eventCode())) {
                faults.add("placed and missing: " + m);
            }
        }
        if (seen.size() != task.examinees().size() * task.events().size()) {
            faults.add("%d passages are told of, of %d"
                    .formatted(
                            seen.size(), task.examinees().size() * task.events().size()));
        }
        return faults;
    }
}
