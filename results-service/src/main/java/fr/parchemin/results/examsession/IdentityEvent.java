package fr.parchemin.results.examsession;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the session service tells about people, on the restricted topic. */
final class IdentityEvent {

    private IdentityEvent() {}

    record Candidate(
            UUID candidateId,
            int version,
            String birthName,
            @Nullable String usageName,
            List<String> firstNames,
            String sex,
            LocalDate bornOn,
            BirthPlace birthPlace,
            @Nullable String createdBySiret) {}

    record BirthPlace(
            @Nullable String inseeCode,
            String label,
            @Nullable String countryCode) {}

    record Juror(UUID jurorId, String subject, String lastName, String firstName) {}
}
