package fr.parchemin.session.approval;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fr.parchemin.session.identifier.Identifiers;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An approval to grant. */
@Schema(
        name = "ApprovalRequest",
        examples =
                "{\"certificationNumber\": \"RNCP37722\", \"siteId\": \"019ac0de-0000-7000-8000-000000000001\", \"validFrom\": \"2026-01-01\", \"validTo\": \"2027-12-31\", \"decision\": \"Décision fictive 2026-01\"}")
record ApprovalRequest(
        @NotNull @Pattern(regexp = Identifiers.CERTIFICATION, message = "A number such as RNCP37722.")
        String certificationNumber,

        @Schema(
                description =
                        "A complementary certificate (CCS) of the title, when the approval is for that; the title is approved by a decision of its own (R34).",
                examples = "RNCP37722CCS01")
        @Pattern(regexp = Identifiers.COMPLEMENT, message = "A code such as RNCP37722CCS01.")
        @Nullable
        String complementCode,

        @NotNull @Schema(description = "Site of this centre.")
        UUID siteId,

        @NotNull @Schema(description = "First day, included.")
        LocalDate validFrom,

        @NotNull @Schema(description = "Last day, included.")
        LocalDate validTo,

        @NotBlank @Size(max = 200) @Schema(description = "Reference of the decision.")
        String decision) {

    @JsonIgnore
    @AssertTrue(message = "validFrom comes before validTo.")
    @Schema(hidden = true)
    boolean isInOrder() {
        return validFrom == null || validTo == null || !validFrom.isAfter(validTo);
    }
}
