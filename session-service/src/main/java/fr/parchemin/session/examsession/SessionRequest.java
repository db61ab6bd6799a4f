package fr.parchemin.session.examsession;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fr.parchemin.session.identifier.Identifiers;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A session to draft. */
@Schema(
        name = "SessionRequest",
        examples =
                "{\"type\": \"TITLE\", \"certificationNumber\": \"RNCP37722\", \"centreId\": \"019ac0de-0000-7000-8000-000000000002\", \"siteId\": \"019ac0de-0000-7000-8000-000000000001\", \"startsOn\": \"2027-03-08\", \"endsOn\": \"2027-03-09\", \"manager\": \"Fictif Responsable\"}")
record SessionRequest(
        @NotNull @Schema(description = "TITLE: the whole title; CCP: one block; CCS: one complementary certificate.")
        SessionType type,

        @NotNull @Pattern(regexp = Identifiers.CERTIFICATION, message = "A number such as RNCP37722.")
        String certificationNumber,

        @Nullable
        @Pattern(
                regexp = Identifiers.PART,
                message = "A code such as RNCP37722BC02, or RNCP37722CCS01 for a complementary certificate.")
        @Schema(description = "The block of a CCP session; absent for TITLE.", examples = "RNCP37722BC02")
        String blockCode,

        @NotNull UUID centreId,
        @NotNull UUID siteId,

        @NotNull @Schema(description = "First day, at the site.")
        LocalDate startsOn,

        @NotNull @Schema(description = "Last day, at the site.")
        LocalDate endsOn,

        @NotBlank @Size(max = 120) @Schema(description = "Name of the responsable de session.")
        String manager,

        @Schema(
                description = "A CCP session of somebody's last block ends with the final interview (R98).",
                defaultValue = "false")
        Boolean withFinalInterview,

        @Schema(defaultValue = "false", description = "Held at a distance, where the certification allows it (R74).")
        Boolean remote,

        @Nullable
        @Min(1)
        @Max(1000)
        @Schema(description = "How many candidates it takes (R62); absent: no limit.", examples = "12")
        Integer places) {

    SessionRequest {
        manager = manager == null ? manager : Identifiers.label(manager);
        withFinalInterview = withFinalInterview == null ? Boolean.FALSE : withFinalInterview;
        remote = remote == null ? Boolean.FALSE : remote;
    }

    @JsonIgnore
    @AssertTrue(message = "startsOn comes before endsOn.")
    @Schema(hidden = true)
    boolean isInOrder() {
        return startsOn == null || endsOn == null || !startsOn.isAfter(endsOn);
    }

    @JsonIgnore
    @AssertTrue(message = "A blockCode goes with CCP and CCS, and only with them.")
    @Schema(hidden = true)
    boolean isBlockMatchingType() {
        return type == null || (type == SessionType.TITLE) == (blockCode == null);
    }
}
