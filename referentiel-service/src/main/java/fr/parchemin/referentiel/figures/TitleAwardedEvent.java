package fr.parchemin.referentiel.figures;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** {@code TitleAwarded}, or {@code TitleGranted} (no route), as it arrives. */
record TitleAwardedEvent(
        String awardNumber,
        String certificationNumber,
        @Nullable String route,
        LocalDate awardedOn) {}
