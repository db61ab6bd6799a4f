package fr.parchemin.session.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A document to record. */
@Schema(
        name = "DocumentRequest",
        examples =
                "{\"kind\": \"SST\", \"reference\": \"SST-FICTIF\", \"issuer\": \"Organisme Fictif\", \"issuedOn\": \"2026-08-23\"}")
record DocumentRequest(
        @NotNull DocumentKind kind,

        @NotBlank @Size(max = 100) @Schema(description = "Number of the certificate.")
        String reference,

        @NotBlank @Size(max = 200) String issuer,

        @NotNull @Schema(description = "Issue or last refresher.")
        LocalDate issuedOn,

        @Nullable @Schema(description = "Last day; 24 months after issuedOn when absent (R88).")
        LocalDate validUntil) {

    @JsonIgnore
    @AssertTrue(message = "issuedOn comes before validUntil.")
    @Schema(hidden = true)
    boolean isInOrder() {
        return issuedOn == null || validUntil == null || !issuedOn.isAfter(validUntil);
    }
}
