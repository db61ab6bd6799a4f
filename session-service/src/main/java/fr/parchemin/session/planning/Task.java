package fr.parchemin.session.planning;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is to be planned.
 *
 * @param firstDay day whose midnight, at the site, is minute 0
 * @param windows when the site is open, breaks left out, in the order of time and apart from each other
 * @param grain passages begin every so many minutes after the beginning of a window
 * @param events what every candidate passes, in the order of the plan
 * @param actors how many there are
 * @param actorsEach how many each simulation takes
 * @param jurorsEach how many jurors a passage takes
 * @param busy when people and rooms are taken by something else
 * @param fixed passages that stay where they are
 */
public record Task(
        LocalDate firstDay,
        List<Window> windows,
        int grain,
        List<Event> events,
        List<Examinee> examinees,
        List<Juror> jurors,
        List<Room> rooms,
        int actors,
        int actorsEach,
        int jurorsEach,
        List<Busy> busy,
        List<Placed> fixed) {

    static final int DAY = 24 * 60;

    public Task {
        windows = List.copyOf(windows);
        events = List.copyOf(events);
        examinees = List.copyOf(examinees);
        jurors = List.copyOf(jurors);
        rooms = List.copyOf(rooms);
        busy = List.copyOf(busy);
        fixed = List.copyOf(fixed);
    }

    /** Time without a break. */
    public record Window(int from, int to) {

        public int minutes() {
            return to - from;
        }

        boolean holds(int start, int end) {
            return from <= start && end <= to;
        }
    }

    /**
     * A part of the examination.
     *
     * @param simulation whether actors play in it
     * @param after codes of the events that come before it
     */
    public record Event(String code, String label, int minutes, boolean simulation, Set<String> after) {

        public Event {
            after = Set.copyOf(after);
        }
    }

    /**
     * A candidate.
     *
     * @param recused jurors who do not judge this candidate
     */
    public record Examinee(UUID enrolmentId, String name, int extraPercent, Set<UUID> recused) {

        public Examinee {
            recused = Set.copyOf(recused);
        }

        /** How long the event takes with the extra time, rounded up to the minute. */
        public int minutes(Event event) {
            return Math.ceilDiv(event.minutes() * (100 + extraPercent), 100);
        }
    }

    /** A member of the jury. */
    public record Juror(UUID id, String name) {}

    /**
     * A room.
     *
     * @param events codes of the events that are held in it; empty when it takes all
     */
    public record Room(UUID id, String name, Set<String> events) {

        public Room {
            events = Set.copyOf(events);
        }

        public boolean takes(Event event) {
            return events.isEmpty() || events.contains(event.code());
        }
    }

    /** Somebody or a room that is taken: {@code who} is a juror, a room or an enrolment. */
    public record Busy(UUID who, int from, int to) {}

    /** A passage with its time and place. */
    public record Placed(UUID enrolmentId, String eventCode, int start, int end, UUID roomId, List<UUID> jurorIds) {

        public Placed {
            jurorIds = List.copyOf(jurorIds);
        }

        boolean overlaps(Placed other) {
            return start < other.end && other.start < end;
        }

        boolean is(Examinee examinee, Event event) {
            return enrolmentId.equals(examinee.enrolmentId()) && eventCode.equals(event.code());
        }
    }

    /** How many simulations can run at once. */
    public int simulationsAtOnce() {
        return actors / actorsEach;
    }

    /** How many passages can be judged at once. */
    public int juriesAtOnce() {
        return jurors.size() / jurorsEach;
    }

    /** Open minutes of all windows. */
    public int openMinutes() {
        return windows.stream().mapToInt(Window::minutes).sum();
    }

    public Optional<Event> event(String code) {
        return events.stream().filter(e -> e.code().equals(code)).findFirst();
    }

    public Optional<Examinee> examinee(UUID enrolmentId) {
        return examinees.stream()
                .filter(e -> e.enrolmentId().equals(enrolmentId))
                .findFirst();
    }

    public Optional<Juror> juror(UUID id) {
        return jurors.stream().filter(j -> j.id().equals(id)).findFirst();
    }

    public Optional<Room> room(UUID id) {
        return rooms.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /** Jurors who may judge the candidate. */
    public List<Juror> jurorsFor(Examinee examinee) {
        return jurors.stream().filter(j -> !examinee.recused().contains(j.id())).toList();
    }

    /** The same with other passages that stay where they are. */
    public Task fixing(List<Placed> passages) {
        return new Task(
                firstDay,
                windows,
                grain,
                events,
                examinees,
                jurors,
                rooms,
                actors,
                actorsEach,
                jurorsEach,
                busy,
                passages);
    }

    /** A minute as the clock at the site shows it. */
    public LocalDateTime clock(int minute) {
        return firstDay.atStartOfDay().plusMinutes(minute);
    }

    /** Day and time in words: "2026-11-23 08:30". */
    String words(int minute) {
        return clock(minute).toString().replace('T', ' ');
    }
}
