package fr.parchemin.session.incident;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A ban that the administration decided. */
@Schema(
        name = "BanRequest",
        examples =
                "{\"decision\": \"Décision fictive 2027-12\", \"notifiedOn\": \"2027-04-02\", \"lastDay\": \"2028-04-01\"}")
record BanRequest(
        @NotBlank @Size(max = 200) @Schema(description = "Reference of the decision.")
        String decision,

        @NotNull @Schema(description = "Day of the notification: the ban runs from here.")
        LocalDate notifiedOn,

        @NotNull @Schema(description = "Last day of the ban, at most a year later (R116).")
        LocalDate lastDay,

        @Nullable @Schema(description = "The report that it rests on.")
        UUID fraudReportId) {}
