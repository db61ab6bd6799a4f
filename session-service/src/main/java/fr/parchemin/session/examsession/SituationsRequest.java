package fr.parchemin.session.examsession;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The situations of the kit. */
@Schema(
        name = "SituationsRequest",
        examples =
                "{\"situations\": [{\"code\": \"AP1\", \"type\": \"ACTIVE_PRESENCE\", \"label\": \"Situation fictive : accueil devant une gare\"}, {\"code\": \"RG1\", \"type\": \"REGULATION\", \"label\": \"Situation fictive : différend entre voisins\"}]}")
record SituationsRequest(@NotEmpty @Size(max = 500) List<@NotNull @Valid Situation> situations) {

    @JsonIgnore
    @AssertTrue(message = "A code occurs once.")
    @Schema(hidden = true)
    boolean isCodeUnique() {
        return situations == null
                || situations.stream()
                                .filter(Objects::nonNull)
                                .map(Situation::code)
                                .distinct()
                                .count()
                        == situations.stream().filter(Objects::nonNull).count();
    }

    /** One situation. */
    @Schema(name = "Situation")
    record Situation(
            @NotBlank @Size(max = 50) @Schema(examples = "AP1")
            String code,

            @NotBlank
            @Size(max = 50)
            @Schema(description = "A situation type of the assessment plan.", examples = "ACTIVE_PRESENCE")
            String type,

            @NotBlank @Size(max = 500) String label) {}
}
