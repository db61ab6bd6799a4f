package fr.parchemin.session.incident;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A suspicion of fraud to report. */
@Schema(
        name = "FraudReportRequest",
        examples =
                "{\"enrolmentId\": \"019a0000-0000-7000-8000-000000000001\", \"eventCode\": \"MSP\", \"occurredAt\": \"2027-03-08T09:20:00Z\", \"facts\": \"Téléphone allumé pendant la préparation.\", \"reportedBy\": \"Fictif Responsable\", \"witnesses\": [{\"name\": \"Fictif Témoin\", \"quality\": \"Jurée\", \"signedOn\": \"2027-03-08\"}]}")
record FraudReportRequest(
        @NotNull @Schema(description = "The candidate suspected.")
        UUID enrolmentId,

        @Nullable @Size(max = 20) String eventCode,
        @NotNull Instant occurredAt,

        @NotBlank @Size(max = 5000) @Schema(description = "What was seen; no judgement.")
        String facts,

        @NotBlank @Size(max = 100) @Schema(description = "The responsable de session who writes the report.")
        String reportedBy,

        @NotNull @Size(max = 20) @Schema(description = "Who saw it and signed the report (R115), each by another name.")
        List<@NotNull @Valid Witness> witnesses,

        @Nullable
        @Size(max = 20)
        @Schema(
                description =
                        "Sanctioned alike (R117), each by another name; also candidates of other sessions or third parties.")
        List<@NotNull @Valid Accomplice> accomplices,

        @Schema(description = "Whether the candidate finishes the event, as is normal (R119).", defaultValue = "true")
        @Nullable
        Boolean continues) {

    @JsonIgnore
    @AssertTrue(message = "Of two witnesses or accomplices of one name, say in the name which is which.")
    @Schema(hidden = true)
    boolean isEachNamedApart() {
        return apart(witnesses, Witness::name) && apart(accomplices, Accomplice::name);
    }

    private static <T> boolean apart(@Nullable List<T> people, Function<T, String> name) {
        if (people == null) {
            return true;
        }
        List<T> there = people.stream().filter(Objects::nonNull).toList();
        return there.stream().map(name).distinct().count() == there.size();
    }

    List<Accomplice> allAccomplices() {
        return accomplices == null ? List.of() : accomplices;
    }

    boolean candidateContinues() {
        return continues == null || continues;
    }

    /** Who saw it. */
    @Schema(name = "FraudWitness")
    record Witness(
            @NotBlank @Size(max = 100) String name,

            @NotBlank @Size(max = 100) @Schema(examples = "Jurée")
            String quality,

            @NotNull LocalDate signedOn) {}

    /** Who helped. */
    @Schema(name = "FraudAccomplice")
    record Accomplice(
            @NotBlank @Size(max = 100) String name,

            @Nullable @Schema(description = "When it is a candidate.")
            UUID candidateId) {}
}
