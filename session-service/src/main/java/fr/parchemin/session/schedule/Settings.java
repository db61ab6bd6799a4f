package fr.parchemin.session.schedule;

import fr.parchemin.session.rules.Parameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * With what a session is planned: its days, hours and breaks, rooms and actors.
 *
 * @param days days that are used
 * @param rooms those that are used
 */
@Schema(name = "ScheduleSettings", description = "With what the session is planned.")
record Settings(
        List<LocalDate> days,

        @Schema(
                implementation = String.class,
                pattern = "\\d\\d:\\d\\d(:\\d\\d)?",
                description = "At the site, such as 08:30.")
        LocalTime opensAt,

        @Schema(
                implementation = String.class,
                pattern = "\\d\\d:\\d\\d(:\\d\\d)?",
                description = "At the site, such as 17:30.")
        LocalTime closesAt,

        List<Break> breaks,
        List<UUID> roomIds,
        int actors) {

    Settings {
        days = days.stream().distinct().sorted().toList();
        breaks = breaks.stream().sorted(Comparator.comparing(Break::from)).toList();
        roomIds = List.copyOf(roomIds);
    }

    /** Time in which nobody passes. */
    @Schema(name = "ScheduleBreak")
    record Break(
            @Schema(
                    implementation = String.class,
                    pattern = "\\d\\d:\\d\\d(:\\d\\d)?",
                    description = "At the site, such as 12:30.")
            LocalTime from,

            @Schema(
                    implementation = String.class,
                    pattern = "\\d\\d:\\d\\d(:\\d\\d)?",
                    description = "At the site, such as 13:30.")
            LocalTime to) {

        static List<Break> parse(String text) {
            return Arrays.stream(text.split(","))
                    .map(String::strip)
                    .filter(t -> !t.isEmpty())
                    .map(t -> t.split("-", 2))
                    .map(t -> new Break(LocalTime.parse(t[0].strip()), LocalTime.parse(t[1].strip())))
                    .toList();
        }

        @Override
        public String toString() {
            return from + "-" + to;
        }
    }

    /** What a request leaves out is as the parameters say. */
    static Settings of(
            ScheduleRequest request,
            Parameters hours,
            Parameters actors,
            LocalDate first,
            LocalDate last,
            List<UUID> rooms) {
        Set<DayOfWeek> open = hours.list(PassageHoursRule.OPEN_DAYS).stream()
                .map(DayOfWeek::valueOf)
                .collect(Collectors.toSet());
        return new Settings(
                request.days() == null
                        ? first.datesUntil(last.plusDays(1))
                                .filter(d -> open.contains(d.getDayOfWeek()))
                                .toList()
                        : request.days(),
                request.opensAt() == null ? LocalTime.parse(hours.text(PassageHoursRule.OPENS_AT)) : request.opensAt(),
                request.closesAt() == null
                        ? LocalTime.parse(hours.text(PassageHoursRule.CLOSES_AT))
                        : request.closesAt(),
                request.breaks() == null ? Break.parse(hours.text(PassageHoursRule.BREAKS)) : request.breaks(),
                request.roomIds() == null ? rooms : request.roomIds(),
                Objects.requireNonNullElseGet(request.actors(), () -> actors.number(ActorsRule.AVAILABLE)));
    }

    String breakText() {
        return breaks.stream().map(Break::toString).collect(Collectors.joining(","));
    }
}
