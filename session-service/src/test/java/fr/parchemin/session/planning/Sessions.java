package fr.parchemin.session.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Invented sessions to plan. */
final class Sessions {

    static final LocalDate MONDAY = LocalDate.of(2027, 3, 8);

    static final Task.Event MSP = new Task.Event("MSP", "Mise en situation", 30, true, Set.of());
    static final Task.Event ET = new Task.Event("ET", "Entretien technique", 30, false, Set.of("MSP"));
    static final Task.Event QP = new Task.Event("QP", "Questionnement", 30, false, Set.of());
    static final Task.Event EF = new Task.Event("EF", "Entretien final", 20, false, Set.of("MSP", "ET", "QP"));

    private Sessions() {}

    /** Working days of nine hours with an hour at noon, as many as are asked for; weekends are closed. */
    static List<Task.Window> days(int count) {
        List<Task.Window> windows = new ArrayList<>();
        for (int day = 0, open = 0; open < count; day++) {
            if (day % 7 < 5) {
                open++;
                windows.add(new Task.Window(day * Task.DAY + 8 * 60 + 30, day * Task.DAY + 12 * 60 + 30));
                windows.add(new Task.Window(day * Task.DAY + 13 * 60 + 30, day * Task.DAY + 17 * 60 + 30));
            }
        }
        return windows;
    }

    static List<Task.Juror> jurors(int count) {
        List<Task.Juror> jurors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            jurors.add(new Task.Juror(new UUID(1, i), "FICTIF Juré " + i));
        }
        return jurors;
    }

    static List<Task.Room> rooms(int count) {
        List<Task.Room> rooms = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rooms.add(new Task.Room(new UUID(2, i), "Salle " + i, Set.of()));
        }
        return rooms;
    }

    static Task.Examinee examinee(int number, int extraPercent, UUID... recused) {
        return new Task.Examinee(new UUID(3, number), "FICTIF Candidat " + number, extraPercent, Set.of(recused));
    }

    static List<Task.Examinee> examinees(int count) {
        List<Task.Examinee> examinees = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            examinees.add(examinee(i, 0));
        }
        return examinees;
    }

    /** Two jurors, one room, two actors, one day, the events of the title. */
    static Task small(int candidates) {
        return task(days(1), List.of(MSP, ET, QP, EF), examinees(candidates), jurors(2), rooms(1), 2);
    }

    static Task task(
            List<Task.Window> windows,
            List<Task.Event> events,
            List<Task.Examinee> examinees,
            List<Task.Juror> jurors,
            List<Task.Room> rooms,
            int actors) {
        return new Task(MONDAY, windows, 5, events, examinees, jurors, rooms, actors, 2, 2, List.of(), List.of());
    }

    /** Anything that a centre might want: few or many jurors, rooms for some events only, people taken elsewhere. */
    static Task random(RandomGenerator random) {
        int jurors = random.nextInt(2, 9);
        int rooms = random.nextInt(1, 5);
        int candidates = random.nextInt(1, 25);
        List<Task.Juror> jury = jurors(jurors);
        List<Task.Examinee> examinees = new ArrayList<>();
        for (int i = 0; i < candidates; i++) {
            Set<UUID> recused = new HashSet<>();
            while (random.nextInt(3) == 0 && recused.size() < jurors - 2) {
                recused.add(jury.get(random.nextInt(jurors)).id());
            }
            examinees.add(
                    examinee(i, random.nextInt(4) == 0 ? random.nextInt(1, 67) : 0, recused.toArray(UUID[]::new)));
        }
        List<Task.Room> places = new ArrayList<>();
        for (int i = 0; i < rooms; i++) {
            places.add(new Task.Room(
                    new UUID(2, i),
                    "Salle " + i,
                    i > 0 && random.nextInt(4) == 0
                            ? Set.of("MSP")
                            : i > 0 && random.nextInt(4) == 0 ? Set.of("ET", "QP", "EF") : Set.of()));
        }
        List<Task.Window> windows = new ArrayList<>();
        int day = 0;
        for (int open = random.nextInt(1, 6); open > 0; open--) {
            int from = day * Task.DAY + 5 * random.nextInt(90, 120);
            int noon = day * Task.DAY + 5 * random.nextInt(138, 156);
            windows.add(new Task.Window(from, noon));
            windows.add(
                    new Task.Window(noon + 5 * random.nextInt(6, 18), day * Task.DAY + 5 * random.nextInt(190, 220)));
            day += random.nextInt(1, 4);
        }
        List<Task.Busy> busy = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            int from = random.nextInt(day) * Task.DAY + random.nextInt(450, 1000);
            UUID who =
                    switch (random.nextInt(3)) {
                        case 0 -> jury.get(random.nextInt(jurors)).id();
                        case 1 -> places.get(random.nextInt(rooms)).id();
                        default -> examinees.get(random.nextInt(candidates)).enrolmentId();
                    };
            busy.add(new Task.Busy(who, from, from + random.nextInt(10, 200)));
        }
        List<Task.Event> events =
                switch (random.nextInt(3)) {
                    case 0 -> List.of(MSP, ET);
                    case 1 -> List.of(QP, EF_ALONE);
                    default -> List.of(MSP, ET, QP, EF);
                };
        return new Task(
                MONDAY, windows, 5, events, examinees, jury, places, random.nextInt(2, 9), 2, 2, busy, List.of());
    }

    private static final Task.Event EF_ALONE = new Task.Event("EF", "Entretien final", 20, false, Set.of("QP"));
}
