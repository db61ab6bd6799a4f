package fr.parchemin.referentiel.figures;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** {@code AwardWithdrawn} as it arrives; without a block code it is a title. */
record AwardWithdrawnEvent(String awardNumber, @Nullable String blockCode, LocalDate withdrawnOn) {}
