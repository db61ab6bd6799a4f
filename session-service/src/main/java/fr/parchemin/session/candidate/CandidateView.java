package fr.parchemin.session.candidate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A candidate as its own organisation and the authority see it. */
@Schema(name = "Candidate", description = "A person who may sit examinations.")
public record CandidateView(
        UUID id,
        int version,
        @Nullable String externalRef,
        @Schema(description = "Who created the record.") String createdBySiret,
        String birthName,
        @Nullable String usageName,
        List<String> firstNames,

        @Schema(enumeration = {"M", "F"}) String sex,

        LocalDate bornOn,
        Place birthPlace,
        @Nullable String postalCode,
        @Nullable String email,
        @Nullable String employerSiret,

        @Schema(description = "Grows with every correction of the identity.")
        int identityVersion,

        @Schema(
                description =
                        "Present at an examination: the identity is frozen (R122), only the authority still corrects it (R123).")
        boolean identityFrozen,

        Instant createdAt,

        @Nullable
        @Schema(
                description =
                        "Only in the answer that creates or corrects the candidate: who is likely the same person (GET …/likely-duplicates otherwise).")
        DuplicatesView likelyDuplicates) {

    static CandidateView of(Candidate c, CandidateIdentity i) {
        CivilIdentity identity = i.identity();
        return new CandidateView(
                c.id(),
                c.version(),
                c.externalRef(),
                c.createdBySiret(),
                identity.birthName(),
                identity.usageName(),
                identity.firstNames(),
                identity.sex().name(),
                identity.bornOn(),
                new Place(identity.birthPlaceInsee(), identity.birthPlaceLabel(), identity.birthPlaceCountry()),
                c.postalCode(),
                c.email(),
                c.employerSiret(),
                c.identityVersion(),
                c.frozen(),
                c.createdAt(),
                null);
    }

    /** The same with those who are likely the same person. */
    CandidateView beside(DuplicatesView duplicates) {
        return new CandidateView(
                id,
                version,
                externalRef,
                createdBySiret,
                birthName,
                usageName,
                firstNames,
                sex,
                bornOn,
                birthPlace,
                postalCode,
                email,
                employerSiret,
                identityVersion,
                identityFrozen,
                createdAt,
                duplicates);
    }

    /** Where somebody was born. */
    @Schema(name = "CandidateBirthPlace")
    public record Place(@Nullable String inseeCode, String label, String countryCode) {}
}
