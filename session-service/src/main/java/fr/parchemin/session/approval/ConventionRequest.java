package fr.parchemin.session.approval;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fr.parchemin.session.identifier.Identifiers;
import fr.parchemin.session.identifier.Siret;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A convention to record. */
@Schema(
        name = "ConventionRequest",
        examples =
                "{\"trainingProviderSiret\": \"35600000000048\", \"certificationNumbers\": [\"RNCP37722\"], \"signedOn\": \"2026-01-05\", \"validFrom\": \"2026-02-01\", \"validTo\": \"2026-12-31\"}")
record ConventionRequest(
        @NotNull @Siret @Schema(description = "The body that trains the candidates.")
        String trainingProviderSiret,

        @NotEmpty @Size(max = 100) @Schema(description = "Certifications that the convention is about.")
        List<@NotNull @Pattern(regexp = Identifiers.CERTIFICATION, message = "A number such as RNCP37722.") String>
                certificationNumbers,

        @NotNull LocalDate signedOn,

        @NotNull @Schema(description = "First day, included.")
        LocalDate validFrom,

        @NotNull @Schema(description = "Last day, included.")
        LocalDate validTo) {

    ConventionRequest {
        trainingProviderSiret =
                trainingProviderSiret == null ? trainingProviderSiret : Identifiers.digits(trainingProviderSiret);
    }

    @JsonIgnore
    @AssertTrue(message = "validFrom comes before validTo, and signedOn not after validFrom.")
    @Schema(hidden = true)
    boolean isInOrder() {
        return validFrom == null
                || validTo == null
                || signedOn == null
                || (!validFrom.isAfter(validTo) && !signedOn.isAfter(validFrom));
    }
}
