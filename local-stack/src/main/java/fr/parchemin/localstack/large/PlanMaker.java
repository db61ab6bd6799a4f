package fr.parchemin.localstack.large;

import fr.parchemin.localstack.demo.Examination.Path;
import fr.parchemin.localstack.demo.Person;
import fr.parchemin.localstack.large.Plan.Act;
import fr.parchemin.localstack.large.Plan.Fate;
import fr.parchemin.localstack.large.Plan.Seat;
import fr.parchemin.localstack.large.Plan.Session;
import fr.parchemin.localstack.large.Plan.Someone;
import fr.parchemin.localstack.large.Title.Block;
import fr.parchemin.localstack.large.Title.Competence;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes up who sits where and when, and what the jury finds. All of it follows from the set: made again it is the same.
 *
 * <p>Whether a competence is found depends on the title, the route, the centre, the person and the competence, so that the
 * rates of each differ and those of a person hang together.
 */
final class PlanMaker {

    private static final int SMALLEST_SESSION = 6;
    private static final int LARGEST_SESSION = 20;
    private static final int ATTEMPTS = 3;

    /** From the notification of a result to the exam in which it is sat again: its enrolments are made 70 days before. */
    private static final int DAYS_TO_SIT_AGAIN = 80;

    /** Who waits so much longer than another sits in another session. */
    private static final int LONGEST_WAIT = 120;

    /** Without a new training everybody sits again within a year of the first time (R100). */
    private static final int DAYS_OF_A_YEAR = 360;

    private static final int DAYS_AHEAD = 120;

    /** Of a hundred people, those who come to the sessions in which others sit again, so that these are not too small. */
    private static final int KEPT_BACK = 35;

    /** Its multiples fall evenly between the whole numbers. */
    private static final double GOLDEN = 0.618_033_988_749_895;

    /** The last weeks of an approval are not planned with. */
    private static final int MARGIN = 40;

    private static final List<String> FIRST_NAMES = List.of(
            "Camille", "Inès", "Karim", "Louise", "Mathis", "Noémie", "Olivier", "Priya", "Quentin", "Rose", "Sacha",
            "Tiago", "Ursule", "Victor", "Wassim", "Yaëlle", "Zoé", "Aïcha", "Bastien", "Chloé", "Dylan", "Élise",
            "Fatou", "Gaspard");

    private enum Route {
        CONTINUING(55, 0),
        APPRENTICESHIP(25, 0.3),
        PROFESSIONALISATION(8, 0.15),
        EXPERIENCE(12, -0.55);

        private final int share;
        private final double ease;

        Route(int share, double ease) {
            this.share = share;
            this.ease = ease;
        }
    }

    /** What is known of a person from one session to the next. */
    private static final class Career {
        private final Someone who;
        private final Route route;
        private final double skill;
        private final LocalDate first;
        private final @Nullable LocalDate trainedFrom;
        private final @Nullable LocalDate trainedTo;
        private final Set<String> held = new HashSet<>();
        private int attempts;
        private boolean titled;

        private Career(Someone who, Route route, double skill, LocalDate exam, int months, int pause) {
            this.who = who;
            this.route = route;
            this.skill = skill;
            this.first = exam;
            boolean trained = route != Route.EXPERIENCE;
            this.trainedTo = trained ? exam.minusDays(pause) : null;
            this.trainedFrom = trained ? exam.minusDays(pause).minusMonths(months) : null;
        }

        private boolean maySit(LocalDate day) {
            return route == Route.EXPERIENCE || !day.isAfter(first.plusDays(DAYS_OF_A_YEAR));
        }
    }

    private record Wish(Career career, LocalDate earliest) {}

    /** Where and what somebody sits again. */
    private record Desk(int town, int title, String target) {}

    private final DemoSet set;
    private final List<Title> titles;
    private final Terms terms;
    private final RandomGenerator random;
    private final List<LocalDate> examDays;
    private final List<LocalDate> pastDays;
    private final double[] ofTown;
    private final List<Career> careers = new ArrayList<>();
    private final Map<Someone, Career> careerOf = new HashMap<>();
    private final List<Session> sessions = new ArrayList<>();
    private final Map<LocalDate, Set<Integer>> busy = new HashMap<>();
    private int expected;

    PlanMaker(DemoSet set, List<Title> titles, Terms terms) {
        this.set = set;
        this.expected = set.candidates();
        this.titles = titles;
        this.terms = terms;
        this.random = new SplittableRandom(set.seed());
        this.examDays = terms.from()
                .datesUntil(terms.until().plusDays(DAYS_AHEAD))
                .filter(PlanMaker::isExamDay)
                .toList();
        this.pastDays = examDays.stream().filter(d -> !d.isAfter(terms.until())).toList();
        this.ofTown = IntStream.range(0, Town.values().length)
                .mapToDouble(t -> 0.35 * random.nextGaussian())
                .toArray();
    }

    Plan make() {
        List<Session> round = decideFates(firstAttempts(expected - expected * KEPT_BACK / 100));
        for (int again = 1; again < ATTEMPTS; again++) {
            round = sitAgain(round, again == 1 ? 0.65 : 0.5);
        }
        firstAttempts(expected);
        return new Plan(
                careers.stream().map(c -> c.who).toList(),
                sessions.stream()
                        .sorted(Comparator.comparing(Session::day).thenComparing(Session::number))
                        .toList());
    }

    private static boolean isExamDay(LocalDate day) {
        boolean holidays = day.getMonth() == Month.AUGUST
                || day.getMonth() == Month.DECEMBER && day.getDayOfMonth() > 19
                || day.getMonth() == Month.JANUARY && day.getDayOfMonth() < 6;
        return !holidays && (day.getDayOfWeek() == DayOfWeek.TUESDAY || day.getDayOfWeek() == DayOfWeek.THURSDAY);
    }

    private List<Session> firstAttempts(int people) {
        List<Session> round = new ArrayList<>();
        int left = people;
        while (left > 0) {
            int title = drawTitle();
            int town = drawTown(title);
            LocalDate day = random.nextInt(100) < 6 ? dayAhead(town, title) : pastDay();
            int size = size(left);
            boolean oneBlock = random.nextInt(100) < 12;
            List<Block> blocks = titles.get(title).blocks();
            String target = oneBlock ? blocks.get(random.nextInt(blocks.size())).code() : Plan.TITLE;
            round.add(session(title, target, false, town, day, newcomers(size, town, day)));
            left -= size;
        }
        return round;
    }

    private List<Career> newcomers(int count, int town, LocalDate day) {
        expected -= count;
        return IntStream.range(0, count).mapToObj(i -> newcomer(town, day)).toList();
    }

    private int size(int left) {
        if (left <= LARGEST_SESSION) {
            return left;
        }
        int size = SMALLEST_SESSION + random.nextInt(LARGEST_SESSION - SMALLEST_SESSION + 1);
        return left - size < SMALLEST_SESSION ? left - SMALLEST_SESSION : size;
    }

    private int drawTitle() {
        int pick = random.nextInt(titles.stream().mapToInt(Title::share).sum());
        for (int i = 0; i < titles.size(); i++) {
            pick -= titles.get(i).share();
            if (pick < 0) {
                return i;
            }
        }
        throw new IllegalStateException("shares do not add up");
    }

    private int drawTown(int title) {
        List<Integer> towns = IntStream.range(0, Town.values().length)
                .filter(t -> Terms.examines(t, title))
                .boxed()
                .toList();
        return towns.get(random.nextInt(towns.size()));
    }

    /** A little more each year. */
    private LocalDate pastDay() {
        double even = (sessions.size() * GOLDEN + ofTown[0] * ofTown[0]) % 1;
        return pastDays.get((int) (pastDays.size() * Math.pow(even, 0.8)));
    }

    private LocalDate dayAhead(int town, int title) {
        List<LocalDate> possible = examDays.stream()
                .filter(d -> d.isAfter(terms.until()) && isApproved(town, title, d))
                .toList();
        return possible.isEmpty() ? pastDay() : possible.get(random.nextInt(possible.size()));
    }

    private boolean isApproved(int town, int title, LocalDate day) {
        return !terms.approvals(town, title, titles.get(title).number())
                .getLast()
                .to()
                .minusDays(MARGIN)
                .isBefore(day);
    }

    private Career newcomer(int town, LocalDate exam) {
        Route route = drawRoute();
        int number = careers.size() + 1;
        Town born = Town.values()[random.nextInt(Town.values().length)];
        LocalDate bornOn = exam.minusYears(19 + (int) (28 * Math.pow(random.nextDouble(), 2)))
                .minusDays(random.nextInt(365));
        Person person = new Person(
                set.externalRef(number),
                "Fictif " + Person.spoken(Integer.toString(number * 7919 % 1_000_003, 36)),
                List.of(FIRST_NAMES.get(random.nextInt(FIRST_NAMES.size()))),
                random.nextBoolean() ? "F" : "M",
                bornOn,
                born.insee(),
                born.label(),
                Town.values()[town].postalCode());
        Career career = new Career(
                new Someone(person, town),
                route,
                random.nextGaussian(),
                exam,
                4 + random.nextInt(9),
                5 + random.nextInt(40));
        careers.add(career);
        careerOf.put(career.who, career);
        return career;
    }

    private Route drawRoute() {
        int pick = random.nextInt(100);
        for (Route route : Route.values()) {
            pick -= route.share;
            if (pick < 0) {
                return route;
            }
        }
        throw new IllegalStateException("shares do not add up");
    }

    private Session session(
            int title, String target, boolean finalInterview, int town, LocalDate day, List<Career> sitting) {
        List<Seat> seats = new ArrayList<>();
        for (Career career : sitting) {
            seats.add(sit(career, titles.get(title), target, finalInterview, day));
        }
        Session session = new Session(
                sessions.size() + 1,
                titles.get(title),
                target,
                finalInterview,
                town,
                day,
                jury(title, day),
                List.copyOf(seats),
                Fate.NONE,
                1 + random.nextInt(6),
                3 + (int) Math.min(75, -14 * Math.log(1 - random.nextDouble())),
                1 + random.nextInt(6));
        sessions.add(session);
        return session;
    }

    /** Two who are accredited on the day, and free if possible. */
    private List<Integer> jury(int title, LocalDate day) {
        Set<Integer> taken = busy.computeIfAbsent(day, d -> new HashSet<>());
        List<Integer> chosen = Terms.jurors(title).stream()
                .filter(j -> !terms.accreditations(j, title, titles.get(title).number())
                        .getLast()
                        .to()
                        .minusDays(MARGIN)
                        .isBefore(day))
                .sorted(Comparator.<Integer, Boolean>comparing(taken::contains)
                        .thenComparing(j -> Math.floorMod(j * 31 + day.getDayOfYear(), 23)))
                .limit(2)
                .toList();
        taken.addAll(chosen);
        return chosen;
    }

    private Seat sit(Career career, Title title, String target, boolean finalInterview, LocalDate day) {
        career.attempts++;
        String attendance = attendance();
        boolean whole = target.equals(Plan.TITLE);
        double able = title.ease()
                + career.route.ease
                + ofTown[career.who.town()]
                + 0.85 * career.skill
                + 0.9 * (career.attempts - 1);
        LocalDate certificateOn =
                title.invented() || random.nextInt(100) >= 94 ? null : day.minusDays(20 + random.nextInt(600));
        Set<String> missed = new HashSet<>();
        Set<String> obtained = new HashSet<>();
        for (Block block : title.blocks()) {
            if (!whole && !block.code().equals(target)) {
                continue;
            }
            boolean complete = true;
            for (Competence competence : block.competences()) {
                boolean found;
                if (competence.code().equals(Title.BY_CERTIFICATE)) {
                    found = certificateOn != null;
                } else {
                    double easy = competence.hard()
                            ? 0.1 + 0.22 * Math.floorMod(competence.code().hashCode(), 4)
                            : 2.3;
                    found = able + easy + 0.5 * random.nextGaussian() > 0;
                    if (!found) {
                        missed.add(competence.code());
                    }
                }
                complete &= found;
            }
            if (complete) {
                obtained.add(block.code());
            }
        }
        boolean interview = able + 1.3 + 0.4 * random.nextGaussian() > 0;
        if (!interview) {
            missed.add(Title.FINAL_INTERVIEW);
        }
        boolean present = attendance.equals("PRESENT");
        boolean awarded = false;
        if (present) {
            career.held.addAll(obtained);
            awarded = (whole ? obtained : career.held).containsAll(title.blockCodes())
                    && interview
                    && (whole || finalInterview);
            career.titled |= awarded;
        }
        boolean certified = Title.BY_CERTIFICATE.startsWith(target) || whole && !title.invented();
        return new Seat(
                career.who,
                attendance,
                present && certified ? certificateOn : null,
                path(career, day),
                missed,
                awarded);
    }

    private String attendance() {
        int pick = random.nextInt(1000);
        return pick < 45 ? "ABSENT" : pick < 58 ? "ABSENT_JUSTIFIED" : pick < 62 ? "EXCLUDED" : "PRESENT";
    }

    private Path path(Career career, LocalDate day) {
        return career.route == Route.EXPERIENCE
                ? new Path(career.route.name(), null, null, day.minusDays(100 + random.nextInt(200)))
                : new Path(career.route.name(), career.trainedFrom, career.trainedTo, null);
    }

    /** At least one of each where the set is large enough to have some. */
    private List<Session> decideFates(List<Session> round) {
        List<Session> old = round.stream()
                .filter(s -> s.target().equals(Plan.TITLE))
                .filter(s -> s.seats().stream().anyMatch(Seat::awarded))
                .filter(s -> !s.on(Act.REVISE).isAfter(terms.until()))
                .sorted(Comparator.comparing(s -> Math.floorMod(s.number() * 2_654_435_761L + set.seed(), 1_000_003L)))
                .toList();
        Map<Fate, Integer> wanted = new EnumMap<>(Fate.class);
        wanted.put(Fate.RECTIFIED, Math.max(1, old.size() * 12 / 1000));
        wanted.put(Fate.WITHDRAWN, Math.max(1, old.size() * 8 / 1000));
        wanted.put(Fate.ANNULLED, Math.max(1, old.size() * 4 / 1000));
        Map<Integer, Fate> fates = new HashMap<>();
        int next = 0;
        for (Map.Entry<Fate, Integer> fate : wanted.entrySet()) {
            for (int i = 0; i < fate.getValue() && next < old.size(); i++) {
                fates.put(old.get(next++).number(), fate.getKey());
            }
        }
        sessions.replaceAll(s -> withFate(s, fates.getOrDefault(s.number(), Fate.NONE)));
        return List.copyOf(sessions);
    }

    private static Session withFate(Session s, Fate fate) {
        return new Session(
                s.number(),
                s.title(),
                s.target(),
                s.finalInterview(),
                s.town(),
                s.day(),
                s.jurors(),
                s.seats(),
                fate,
                s.submittedAfter(),
                s.validatedAfter(),
                s.notifiedAfter());
    }

    /** Some of those who have no title yet sit again: the whole title, or the first block that they lack. */
    private List<Session> sitAgain(List<Session> round, double share) {
        Map<Desk, List<Wish>> wishes = new LinkedHashMap<>();
        for (Session session : round) {
            if (session.fate() != Fate.NONE) {
                continue;
            }
            LocalDate earliest = session.on(Act.NOTIFY).plusDays(DAYS_TO_SIT_AGAIN);
            for (Seat seat : session.seats()) {
                Career career = career(seat);
                String target = next(career, session.title());
                if (target != null && random.nextDouble() < share) {
                    Desk desk = new Desk(session.town(), titles.indexOf(session.title()), target);
                    wishes.computeIfAbsent(desk, d -> new ArrayList<>()).add(new Wish(career, earliest));
                }
            }
        }
        List<Session> next = new ArrayList<>();
        wishes.forEach((desk, waiting) -> together(waiting).forEach(group -> {
            LocalDate earliest = group.getLast().earliest();
            examDays.stream()
                    .filter(d -> !d.isBefore(earliest) && isApproved(desk.town(), desk.title(), d))
                    .findFirst()
                    .ifPresent(day -> {
                        List<Career> sitting = new ArrayList<>(group.stream()
                                .map(Wish::career)
                                .filter(c -> c.maySit(day))
                                .toList());
                        if (sitting.isEmpty()) {
                            return;
                        }
                        int size = SMALLEST_SESSION + random.nextInt(SMALLEST_SESSION);
                        sitting.addAll(
                                newcomers(Math.clamp((long) size - sitting.size(), 0, expected), desk.town(), day));
                        next.add(session(
                                desk.title(),
                                desk.target(),
                                !desk.target().equals(Plan.TITLE),
                                desk.town(),
                                day,
                                sitting));
                    });
        }));
        return next;
    }

    /** What is to be sat next, null when nothing is: the title is there, or only the interview is missing. */
    private static @Nullable String next(Career career, Title title) {
        if (career.titled) {
            return null;
        }
        if (career.held.isEmpty()) {
            return Plan.TITLE;
        }
        return title.blockCodes().stream()
                .filter(code -> !career.held.contains(code))
                .findFirst()
                .orElse(null);
    }

    private static List<List<Wish>> together(List<Wish> waiting) {
        List<List<Wish>> groups = new ArrayList<>();
        List<Wish> sorted =
                waiting.stream().sorted(Comparator.comparing(Wish::earliest)).toList();
        for (Wish wish : sorted) {
            List<Wish> last = groups.isEmpty() ? List.of() : groups.getLast();
            if (last.isEmpty()
                    || last.size() >= LARGEST_SESSION
                    || ChronoUnit.DAYS.between(last.getFirst().earliest(), wish.earliest()) > LONGEST_WAIT) {
                groups.add(new ArrayList<>(List.of(wish)));
            } else {
                last.add(wish);
            }
        }
        return groups;
    }

    private Career career(Seat seat) {
        Career career = careerOf.get(seat.who());
        if (career == null) {
            throw new IllegalStateException(seat.who() + " is nobody");
        }
        return career;
    }
}
