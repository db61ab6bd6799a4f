package fr.parchemin.session.transition;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** New days for a session. */
@Schema(
        name = "PostponementRequest",
        examples = "{\"startsOn\": \"2027-04-12\", \"endsOn\": \"2027-04-13\", \"reason\": \"Jury incomplet\"}")
record PostponementRequest(
        @NotNull LocalDate startsOn,
        @NotNull LocalDate endsOn,
        @NotBlank @Size(max = 1000) String reason) {

    @JsonIgnore
    @AssertTrue(message = "startsOn comes before endsOn.")
    @Schema(hidden = true)
    boolean isInOrder() {
        return startsOn == null || endsOn == null || !startsOn.isAfter(endsOn);
    }
}
