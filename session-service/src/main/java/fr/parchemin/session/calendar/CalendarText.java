package fr.parchemin.session.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Writes calendars as RFC 5545 asks: events with times in UTC, lines folded at 75 octets, text escaped. */
public final class CalendarText {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LINE = 75;

    private CalendarText() {}

    /**
     * An appointment.
     *
     * @param uid the same for the same appointment wherever it moves, so that calendars follow
     * @param sequence higher after each change
     * @param changedAt when it was written
     */
    public record Entry(
            String uid,
            int sequence,
            Instant changedAt,
            Instant startsAt,
            Instant endsAt,
            String summary,
            String location,
            String description) {}

    /** A calendar with a name. */
    public static String of(String name, List<Entry> entries) {
        StringBuilder text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//Parchemin//Planning//FR");
        line(text, "CALSCALE:GREGORIAN");
        line(text, "METHOD:PUBLISH");
        line(text, "X-WR-CALNAME:" + escape(name));
        for (Entry e : entries) {
            line(text, "BEGIN:VEVENT");
            line(text, "UID:" + e.uid());
            line(text, "SEQUENCE:" + e.sequence());
            line(text, "DTSTAMP:" + UTC.format(e.changedAt()));
            line(text, "LAST-MODIFIED:" + UTC.format(e.changedAt()));
            line(text, "DTSTART:" + UTC.format(e.startsAt()));
            line(text, "DTEND:" + UTC.format(e.endsAt()));
            line(text, "SUMMARY;LANGUAGE=fr:" + escape(e.summary()));
            line(text, "LOCATION;LANGUAGE=fr:" + escape(e.location()));
            line(text, "DESCRIPTION;LANGUAGE=fr:" + escape(e.description()));
            line(text, "END:VEVENT");
        }
        line(text, "END:VCALENDAR");
        return text.toString();
    }

    /** Backslash, comma and semicolon are escaped, a line break is written {@code \n}; control characters are left out. */
    private static String escape(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\n")
                .replace("\n", "\\n")
                .replaceAll("[\\p{Cntrl}&&[^\\t]]", "");
    }

    /** A line has at most 75 octets; what is longer goes on after a line break and a space, never within a character. */
    private static void line(StringBuilder text, String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int character = line.codePointAt(i);
            String s = Character.toString(character);
            int more = s.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(s);
            octets += more;
            i += Character.charCount(character);
        }
        text.append("\r\n");
    }
}
