package fr.parchemin.session.candidate;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An identity as it is compared: names and place without case, accents, hyphens, particles and the like (the function
 * {@code civil_key} of the database makes them, so that what is looked up and what is compared cannot differ).
 *
 * @param firstKeys of all first names, in order
 * @param placeInsee commune of birth, null when the record has none
 */
record CivilTraits(
        String birthKey,
        @Nullable String usageKey,
        List<String> firstKeys,
        Sex sex,
        LocalDate bornOn,
        @Nullable String placeInsee,
        String placeKey) {}
