package fr.parchemin.results.assessment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a juror found at one event. */
public record FindingRequest(
        @NotNull @Schema(description = "Result of the event: no marks are given.", examples = "ACQUIRED")
        Finding.Outcome outcome,

        @Valid
        @Size(max = 100)
        @Schema(
                description =
                        "What was found about single competences; one that is not named follows the outcome of the"
                                + " event.")
        @Nullable
        List<@NotNull Competence> competences,

        @Size(max = 4000)
        @Schema(description = "Remark for the deliberation; never shown to the candidate (R133).")
        @Nullable
        String comment) {

    /** One competence. */
    public record Competence(
            @NotBlank @Schema(examples = "RNCP37722BC01-C1") String code,
            @NotNull Boolean acquired,

            @Size(max = 4000) @Nullable String comment) {}

    List<Finding.CompetenceFinding> found() {
        return competences == null
                ? List.of()
                : competences.stream()
                        .map(c -> new Finding.CompetenceFinding(c.code(), c.acquired(), c.comment()))
                        .toList();
    }
}
