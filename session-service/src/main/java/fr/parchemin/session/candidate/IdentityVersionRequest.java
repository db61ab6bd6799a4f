package fr.parchemin.session.candidate;

import fr.parchemin.session.identifier.Identifiers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The whole identity as it is to be from now on, with why and by which document. */
@Schema(
        name = "IdentityVersionRequest",
        examples =
                "{\"birthName\": \"Fictive\", \"firstNames\": [\"Alpha\"], \"sex\": \"F\", \"bornOn\": \"1996-03-14\", \"birthPlace\": {\"inseeCode\": \"35238\", \"label\": \"Rennes\"}, \"reason\": \"Nom de naissance mal recopié\", \"document\": \"Acte de naissance n° 1234 (fictif)\"}")
record IdentityVersionRequest(
        @NotNull
        @Pattern(regexp = Identifiers.CIVIL_NAME, message = "A name of at most 60 characters, without digits.")
        @Schema(description = "Name of birth, as the official document has it.")
        String birthName,

        @Nullable
        @Pattern(regexp = Identifiers.CIVIL_NAME, message = "A name of at most 60 characters, without digits.")
        @Schema(description = "Name used daily, when it differs.")
        String usageName,

        @NotEmpty @Size(max = 20) @Schema(description = "All first names, in order.")
        List<
                        @NotNull
                        @Pattern(
                                regexp = Identifiers.CIVIL_NAME,
                                message = "A name of at most 60 characters, without digits.")
                        String>
                firstNames,

        @NotNull Sex sex,
        @NotNull @Past LocalDate bornOn,
        @NotNull @Valid CandidateRequest.BirthPlace birthPlace,

        @NotBlank @Size(max = 4000) String reason,

        @NotBlank
        @Size(max = 200)
        @Schema(description = "The document that proves it.", examples = "Acte de naissance n° 1234 (fictif)")
        String document) {

    IdentityVersionRequest {
        birthName = birthName == null ? birthName : Identifiers.label(birthName);
        usageName = Identifiers.labelOrNull(usageName);
        firstNames = firstNames == null
                ? firstNames
                : firstNames.stream()
                        .map(n -> n == null ? n : Identifiers.label(n))
                        .toList();
    }

    CivilIdentity identity() {
        return new CivilIdentity(
                birthName,
                usageName,
                firstNames,
                sex,
                bornOn,
                birthPlace.inseeCode(),
                birthPlace.label(),
                birthPlace.countryCode());
    }
}
