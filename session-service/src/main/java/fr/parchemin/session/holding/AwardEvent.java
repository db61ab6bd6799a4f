package fr.parchemin.session.holding;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code BlockAwarded}, {@code ComplementAwarded}, {@code TitleAwarded} and {@code TitleGranted} (no block code) as they arrive. */
record AwardEvent(
        String awardNumber,
        UUID candidateId,
        String certificationNumber,
        @Nullable String blockCode,
        LocalDate awardedOn) {}
