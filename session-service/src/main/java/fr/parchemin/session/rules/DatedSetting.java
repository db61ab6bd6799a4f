package fr.parchemin.session.rules;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A setting that may change on a day. It is written in one line, {@code warn; from 2027-01-01: block; from 2028-01-01: off}:
 * each value holds from its day on, that day included; what holds before the first day is the value without one, or the
 * default when that is left out ({@code from 2027-01-01: block}).
 *
 * @param initial value before the first change
 * @param changes values by the day they take effect
 */
record DatedSetting(String initial, NavigableMap<LocalDate, String> changes) {

    private static final Pattern CHANGE = Pattern.compile("from\\s+(\\S+)\\s*:\\s*(.+)");

    DatedSetting {
        changes = Collections.unmodifiableNavigableMap(new TreeMap<>(changes));
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException that says what is wrong with the line
     */
    static DatedSetting parse(String line, String byDefault) {
        String initial = byDefault;
        NavigableMap<LocalDate, String> changes = new TreeMap<>();
        String[] parts = line.split(";", -1);
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i].strip();
            Matcher change = CHANGE.matcher(part);
            if (change.matches()) {
                LocalDate day = day(change.group(1));
                if (!changes.isEmpty() && !changes.lastKey().isBefore(day)) {
                    throw new IllegalArgumentException("the days must follow each other, and %s does not come after %s"
                            .formatted(day, changes.lastKey()));
                }
                changes.put(day, change.group(2).strip());
            } else if (i == 0 && !part.isEmpty() && !part.startsWith("from ")) {
                initial = part;
            } else {
                throw new IllegalArgumentException("\"" + part + "\" is not of the form \"from 2027-01-01: value\"");
            }
        }
        return new DatedSetting(initial, changes);
    }

    /** The value in force on {@code day}. */
    String on(LocalDate day) {
        Map.Entry<LocalDate, String> change = changes.floorEntry(day);
        return change == null ? initial : change.getValue();
    }

    /** What changes after {@code day}. */
    NavigableMap<LocalDate, String> after(LocalDate day) {
        return changes.tailMap(day, false);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not a day such as 2027-01-01", e);
        }
    }
}
