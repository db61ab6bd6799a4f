package fr.parchemin.session.holding;

import java.time.LocalDate;
import java.util.UUID;

/** {@code BlockRecognitionEnded} as it arrives. */
record BlockRecognitionEndedEvent(UUID candidateId, String certificationNumber, String blockCode, LocalDate endedOn) {}
