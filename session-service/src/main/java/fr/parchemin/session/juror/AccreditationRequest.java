package fr.parchemin.session.juror;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fr.parchemin.session.identifier.Identifiers;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An accreditation to record. */
@Schema(
        name = "AccreditationRequest",
        examples =
                "{\"certificationNumber\": \"RNCP37722\", \"validFrom\": \"2026-01-01\", \"validTo\": \"2027-12-31\", \"yearsInTrade\": 6}")
record AccreditationRequest(
        @NotNull @Pattern(regexp = Identifiers.CERTIFICATION, message = "A number such as RNCP37722.")
        String certificationNumber,

        @NotNull @Schema(description = "First day, included.")
        LocalDate validFrom,

        @NotNull @Schema(description = "Last day, included.")
        LocalDate validTo,

        @NotNull @PositiveOrZero @Max(80) @Schema(description = "Full years of practice of the trade.")
        Integer yearsInTrade,

        @Nullable @Schema(description = "Day the juror left the trade; absent when still in it.")
        LocalDate leftTradeOn) {

    @JsonIgnore
    @AssertTrue(message = "validFrom comes before validTo.")
    @Schema(hidden = true)
    boolean isInOrder() {
        return validFrom == null || validTo == null || !validFrom.isAfter(validTo);
    }
}
