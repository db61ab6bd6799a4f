package fr.parchemin.session.candidate;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Identity of civil status, as an official document has it (R26).
 *
 * @param firstNames all of them, in order
 * @param birthPlaceInsee commune, or 99xxx abroad
 * @param birthPlaceCountry ISO 3166-1 alpha-3
 */
record CivilIdentity(
        String birthName,
        @Nullable String usageName,
        List<String> firstNames,
        Sex sex,
        LocalDate bornOn,
        @Nullable String birthPlaceInsee,
        String birthPlaceLabel,
        String birthPlaceCountry) {}
