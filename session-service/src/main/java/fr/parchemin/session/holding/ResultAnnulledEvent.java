package fr.parchemin.session.holding;

import java.time.LocalDate;
import java.util.UUID;

/** {@code ResultAnnulled} as it arrives. */
record ResultAnnulledEvent(UUID enrolmentId, LocalDate annulledOn) {}
