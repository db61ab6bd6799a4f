package fr.parchemin.session.declarability;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a declaration of holders says of a person.
 *
 * @param birthPlaceInsee commune, or 99xxx abroad; null when unknown
 * @param birthPlaceCountry ISO 3166-1 alpha-3
 */
record CivilStatus(
        String birthName,
        @Nullable String usageName,
        List<String> firstNames,
        LocalDate bornOn,
        @Nullable String birthPlaceInsee,
        String birthPlaceLabel,
        String birthPlaceCountry) {}
