package fr.parchemin.session.holding;

import java.time.LocalDate;
import java.util.UUID;

/** {@code BlockRecognised} as it arrives. */
record BlockRecognisedEvent(UUID candidateId, String certificationNumber, String blockCode, LocalDate recognisedOn) {}
