package fr.parchemin.session.room;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A room to record. */
@Schema(name = "RoomRequest", examples = "{\"name\": \"Salle 12\", \"eventCodes\": [\"MSP\"]}")
record RoomRequest(
        @NotBlank @Size(max = 100) @Schema(examples = "Salle 12")
        String name,

        @Nullable
        @Size(max = 20)
        @Schema(description = "Events that are held in it, and no others; left out or empty, it takes all.")
        List<@NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,19}") String> eventCodes,

        @Nullable @Schema(description = "Whether new plans may use it; true when left out.")
        Boolean inUse) {

    List<String> events() {
        return Objects.requireNonNullElse(eventCodes, List.of());
    }

    boolean used() {
        return Objects.requireNonNullElse(inUse, true);
    }
}
