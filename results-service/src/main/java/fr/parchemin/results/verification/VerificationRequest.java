package fr.parchemin.results.verification;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody reads on a diploma. */
public record VerificationRequest(
        @NotBlank @Size(max = 40) @Schema(description = "Number of the award.", examples = "PAR-2026-7K3MX9QD-F")
        String number,

        @NotBlank
        @Size(max = 200)
        @Schema(description = "Birth name of the holder; case, accents and hyphens do not matter.", examples = "FICTIF")
        String birthName,

        @NotNull @Schema(description = "Date of birth of the holder.", examples = "2001-02-03")
        LocalDate bornOn) {}
