package fr.parchemin.session.holding;

import java.time.LocalDate;

/** {@code AwardWithdrawn} as it arrives. */
record AwardWithdrawnEvent(String awardNumber, LocalDate withdrawnOn) {}
