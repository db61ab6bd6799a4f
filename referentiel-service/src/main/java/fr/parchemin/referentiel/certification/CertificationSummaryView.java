package fr.parchemin.referentiel.certification;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fr.parchemin.referentiel.identifier.Register;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A certification in a list. */
@Schema(name = "CertificationSummary", description = "A certification in a list.")
public record CertificationSummaryView(
        @Schema(examples = "RNCP37722") String number,
        Register register,

        @Schema(examples = "Agent de médiation, information, services")
        String title,

        @Schema(description = "Short name, where it has one.", examples = "AMIS") @Nullable
        String acronym,

        @Schema(description = "Code of the kind of certification.", examples = "TP") @Nullable
        String type,

        @Schema(description = "1 to 8.", examples = "3") @Nullable
        Integer level,

        @Schema(description = "Whether the registration runs. Awards may go on after its end.")
        boolean active,

        @Nullable LocalDate effectiveOn,
        @Schema(examples = "2028-07-02") @Nullable LocalDate registrationEndsOn,
        @Nullable LocalDate lastDeliveryOn,
        @Schema(description = "Last change here.") Instant updatedAt,

        @Schema(
                description =
                        "The title as HTML with the words that q found between mark tags, and nothing else but text; null"
                                + " without q.",
                examples = "Agent de <mark>médiation</mark>, information, services")
        @Nullable
        String highlight,

        @JsonIgnore int version) {

    CertificationSummaryView highlighted(String html) {
        return new CertificationSummaryView(
                number,
                register,
                title,
                acronym,
                type,
                level,
                active,
                effectiveOn,
                registrationEndsOn,
                lastDeliveryOn,
                updatedAt,
                html,
                version);
    }
}
