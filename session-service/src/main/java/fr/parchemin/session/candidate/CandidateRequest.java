package fr.parchemin.session.candidate;

import fr.parchemin.session.identifier.Identifiers;
import fr.parchemin.session.identifier.Siret;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
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

/** A candidate to record, over HTTP or as the row of a file. */
@Schema(
        name = "CandidateRequest",
        examples =
                "{\"externalRef\": \"DEMO-1-ALPHA\", \"birthName\": \"Fictif\", \"firstNames\": [\"Alpha\"], \"sex\": \"F\", \"bornOn\": \"1996-03-14\", \"birthPlace\": {\"inseeCode\": \"35238\", \"label\": \"Rennes\"}, \"postalCode\": \"35000\"}")
public record CandidateRequest(
        @Nullable
        @Size(min = 1, max = 100)
        @Pattern(
                regexp = Identifiers.EXTERNAL_REF,
                message =
                        "Without slash, backslash, semicolon, percent sign and control characters, and neither . nor ..: it is part of an address.")
        @Schema(
                description =
                        "Your own reference, unique among your candidates. It is part of an address: without slash, backslash, semicolon, percent sign and control characters, and neither . nor ..")
        String externalRef,

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
        @NotNull @Valid BirthPlace birthPlace,

        @Nullable @Size(min = 1, max = 9) @Schema(description = "Five digits in France.")
        String postalCode,

        @Nullable @Email @Size(max = 254) String email,

        @Nullable @Siret @Schema(description = "Employer, to find conflicts of interest (R52).")
        String employerSiret) {

    public CandidateRequest {
        birthName = birthName == null ? birthName : Identifiers.label(birthName);
        usageName = Identifiers.labelOrNull(usageName);
        firstNames = firstNames == null
                ? firstNames
                : firstNames.stream()
                        .map(n -> n == null ? n : Identifiers.label(n))
                        .toList();
        employerSiret = Identifiers.digitsOrNull(employerSiret);
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

    /** Where somebody was born. */
    @Schema(name = "BirthPlace")
    public record BirthPlace(
            @Nullable
            @Pattern(regexp = Identifiers.INSEE, message = "An INSEE code such as 35238, 2A004 or 99109.")
            @Schema(description = "INSEE code of the commune (also a former one), or 99xxx abroad.", examples = "35238")
            String inseeCode,

            @NotBlank @Size(max = 100) String label,

            @Pattern(regexp = Identifiers.COUNTRY, message = "A code of three letters such as FRA.")
            @Schema(description = "ISO 3166-1 alpha-3.", defaultValue = "FRA")
            String countryCode) {

        public BirthPlace {
            label = label == null ? label : Identifiers.label(label);
            countryCode = countryCode == null ? "FRA" : countryCode;
        }
    }
}
