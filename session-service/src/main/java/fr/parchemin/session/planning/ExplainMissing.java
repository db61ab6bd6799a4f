package fr.parchemin.session.planning;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Why a passage found no place in a plan. Every time and team that it could take is looked at: what stands in the way there,
 * and which single thing more would have been enough.
 */
public final class ExplainMissing {

    private final Task task;
    private final Plan plan;
    private final List<Passage> passages;
    private final Occupancy occupancy;

    public ExplainMissing(Task task, Plan plan) {
        this.task = task;
        this.plan = plan;
        Task fixed = task.fixing(plan.placed());
        this.passages = new Drafting(fixed).passages();
        this.occupancy = new Occupancy(fixed);
        for (Passage p : passages) {
            Seat seat = p.seat();
            if (seat != null) {
                occupancy.set(p, seat, true);
            }
        }
    }

    /** What keeps a passage from a place. */
    private enum Hindrance {
        CANDIDATE("the candidate is in another event", ""),
        ORDER("the order of the events forbids it", "a longer day"),
        JURORS("the jurors are taken", "%2$d more juror(s)"),
        ROOM("the rooms are taken", "one more room"),
        ACTORS("the actors are taken", "%1$d more actor(s)");

        private final String words;
        private final String remedy;

        Hindrance(String words, String remedy) {
            this.words = words;
            this.remedy = remedy;
        }
    }

    /** The reasons, one sentence. */
    public Fault why(Plan.Missing missing) {
        Task.Examinee examinee = task.examinee(missing.enrolmentId()).orElseThrow();
        Task.Event event = task.event(missing.eventCode()).orElseThrow();
        Passage passage = passages.stream()
                .filter(p -> task.examinees().get(p.examinee()).equals(examinee)
                        && task.events().get(p.event()).equals(event))
                .findFirst()
                .orElseThrow();
        String who = "%s, %s (%d min%s)"
                .formatted(
                        examinee.name(),
                        event.code(),
                        examinee.minutes(event),
                        examinee.extraPercent() > 0 ? " with the extra time" : "");
        List<Fault.About> about = List.of(new Fault.About(missing.enrolmentId(), missing.eventCode()));
        if (passage.seats().isEmpty()) {
            return new Fault(
                    "R72",
                    who
                            + ": no time of the opening hours is long enough in which a room, the candidate and two jurors who are not recused are free from other sessions.",
                    about);
        }
        List<Passage> own = passages.stream()
                .filter(p -> p.examinee() == passage.examinee() && p.seat() != null)
                .toList();
        Map<Hindrance, Integer> met = new EnumMap<>(Hindrance.class);
        Map<Hindrance, Integer> alone = new EnumMap<>(Hindrance.class);
        for (Seat seat : passage.seats()) {
            Set<Hindrance> here = hindrances(passage, seat, own);
            here.forEach(h -> met.merge(h, 1, Integer::sum));
            if (here.size() == 1) {
                alone.merge(here.iterator().next(), 1, Integer::sum);
            }
        }
        int total = passage.seats().size();
        List<String> reasons = new ArrayList<>();
        met.forEach((h, count) -> reasons.add("%s (%d %%)".formatted(h.words, Math.ceilDiv(count * 100, total))));
        List<String> remedies = new ArrayList<>();
        alone.keySet().stream()
                .filter(h -> !h.remedy.isEmpty())
                .forEach(h -> remedies.add(h.remedy.formatted(task.actorsEach(), task.jurorsEach())));
        String remedy = remedies.isEmpty()
                ? "Longer hours, another day or a longer search may make it possible."
                : capital(String.join(", or ", remedies)) + " would make it possible; so may a longer search.";
        return new Fault(
                alone.containsKey(Hindrance.ACTORS) ? "R83" : alone.containsKey(Hindrance.JURORS) ? "R49" : null,
                "%s found no place. Of the times and teams that it could have: %s. %s"
                        .formatted(who, String.join("; ", reasons), remedy),
                about);
    }

    /** Why each passage that is missing is. */
    public List<Fault> all() {
        return plan.missing().stream().map(this::why).toList();
    }

    private Set<Hindrance> hindrances(Passage passage, Seat seat, List<Passage> own) {
        int from = seat.start();
        int to = from + passage.minutes();
        Set<Hindrance> here = EnumSet.noneOf(Hindrance.class);
        if (!occupancy.isTeamFree(seat.team(), from, to)) {
            here.add(Hindrance.JURORS);
        }
        if (!occupancy.isRoomFree(seat.room(), from, to)) {
            here.add(Hindrance.ROOM);
        }
        if (!occupancy.hasActors(passage, from)) {
            here.add(Hindrance.ACTORS);
        }
        for (Passage other : own) {
            if (other.start() < to && from < other.end()) {
                here.add(Hindrance.CANDIDATE);
            } else if (passage.comesAfter(other) && from < other.end()
                    || other.comesAfter(passage) && other.start() < to) {
                here.add(Hindrance.ORDER);
            }
        }
        return here;
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
