package fr.parchemin.results.declaration;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the declaration of one title says, under the identity frozen at the exam (D10).
 *
 * @param id the {@code idTechnique}
 * @param examStartsOn first day of the session, null for an equivalence
 * @param examEndsOn last day of it, null likewise
 * @param postalCode of the place of the exam, null when it was never told
 * @param byEquivalence granted by decision, without an exam
 * @param enrolledOn day of the enrolment, null when it was never told
 */
record Passage(
        UUID id,
        LocalDate awardedOn,
        @Nullable String route,
        boolean byEquivalence,
        @Nullable LocalDate examStartsOn,
        @Nullable LocalDate examEndsOn,
        boolean remote,
        @Nullable String postalCode,
        @Nullable LocalDate enrolledOn,
        Holder holder) {

    /**
     * Who holds it.
     *
     * @param birthInseeCode commune, or 99xxx abroad; null when it was never told
     * @param birthCountryCode ISO 3166-1 alpha-3, null likewise
     */
    record Holder(
            String birthName,
            @Nullable String usageName,
            List<String> firstNames,
            String sex,
            LocalDate bornOn,
            String birthPlace,
            @Nullable String birthInseeCode,
            @Nullable String birthCountryCode) {}
}
