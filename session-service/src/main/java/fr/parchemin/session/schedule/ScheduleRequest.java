package fr.parchemin.session.schedule;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fr.parchemin.session.identifier.Identifiers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** With what to plan; what is left out is as GET /v1/rules says under R72 and R83. */
@Schema(
        name = "ScheduleRequest",
        examples =
                "{\"opensAt\": \"08:30\", \"closesAt\": \"17:30\", \"breaks\": [{\"from\": \"12:30\", \"to\": \"13:30\"}], \"actors\": 4, \"seconds\": 20}")
record ScheduleRequest(
        @Nullable
        @Size(min = 1, max = 100)
        @Schema(description = "Days to use, of those of the session; all that are open days when left out.")
        List<@NotNull LocalDate> days,

        @Nullable
        @Schema(
                implementation = String.class,
                pattern = "\\d\\d:\\d\\d(:\\d\\d)?",
                description = "At the site, such as 08:30.")
        LocalTime opensAt,

        @Nullable
        @Schema(
                implementation = String.class,
                pattern = "\\d\\d:\\d\\d(:\\d\\d)?",
                description = "At the site, such as 17:30.")
        LocalTime closesAt,

        @Nullable @Size(max = 10) @Schema(description = "Times in which nobody passes; an empty list for none.")
        List<Settings.@NotNull @Valid Break> breaks,

        @Nullable
        @Size(min = 1, max = 100)
        @Schema(description = "Rooms to use; all rooms of the site that are in use when left out.")
        List<@NotNull UUID> roomIds,

        @Nullable @Min(0) @Max(200) @Schema(description = "Actors who are there for the simulations.")
        Integer actors,

        @Nullable
        @Schema(
                description =
                        "Leave every passage of the present plan where it is that can stay, and place only the others; false when left out.")
        Boolean keepPassages,

        @Nullable @Min(1) @Max(300) @Schema(description = "Search at most so long.", examples = "20")
        Integer seconds,

        @Nullable
        @Size(min = 1, max = 500)
        @Schema(description = "Why the times change; needed once the candidates are summoned (R67).")
        String reason) {

    ScheduleRequest {
        reason = Identifiers.labelOrNull(reason);
    }

    /** All as the parameters say. */
    static ScheduleRequest byDefault() {
        return new ScheduleRequest(null, null, null, null, null, null, null, null, null);
    }

    @JsonIgnore
    @AssertTrue(message = "Breaks begin before they end and do not overlap.")
    @Schema(hidden = true)
    boolean isBreaksApart() {
        if (breaks == null) {
            return true;
        }
        List<Settings.Break> inOrder = breaks.stream()
                .filter(b -> b != null && b.from() != null && b.to() != null)
                .sorted(Comparator.comparing(Settings.Break::from))
                .toList();
        for (int i = 0; i < inOrder.size(); i++) {
            if (!inOrder.get(i).from().isBefore(inOrder.get(i).to())
                    || i > 0
                            && inOrder.get(i).from().isBefore(inOrder.get(i - 1).to())) {
                return false;
            }
        }
        return inOrder.size() == breaks.size();
    }
}
