package fr.parchemin.kit.document;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days, times and durations as French letters write them. */
public final class French {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.FRENCH);
    private static final DateTimeFormatter FIRST = DateTimeFormatter.ofPattern("EEEE '1er' MMMM uuuu", Locale.FRENCH);

    private French() {}

    /** "lundi 8 mars 2027", "lundi 1er mars 2027". */
    public static String day(LocalDate day) {
        return day.format(day.getDayOfMonth() == 1 ? FIRST : DAY);
    }

    /** One day, or "du … au …". */
    public static String days(LocalDate from, LocalDate to) {
        return from.equals(to) ? day(from) : "du " + day(from) + " au " + day(to);
    }

    /** "8 h 30", "9 h". */
    public static String time(LocalTime time) {
        return time.getMinute() == 0
                ? "%d\u00a0h".formatted(time.getHour())
                : "%d\u00a0h\u00a0%02d".formatted(time.getHour(), time.getMinute());
    }

    /** "9 h 30 – 10 h", on one line. */
    public static String times(LocalTime from, LocalTime to) {
        return time(from) + "\u00a0–\u00a0" + time(to);
    }

    /** "40 min", "1 h 10". */
    public static String duration(int minutes) {
        return minutes < 60 ? minutes + "\u00a0min" : time(LocalTime.MIN.plusMinutes(minutes));
    }
}
