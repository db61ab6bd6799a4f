package fr.parchemin.results.capital;

import fr.parchemin.results.award.CandidateEvent;
import java.time.LocalDate;
import java.util.UUID;

/** A block told by {@code BlockRecognised} no longer counts that way. */
record BlockRecognitionEndedEvent(
        UUID candidateId, String certificationNumber, String blockCode, String reason, LocalDate endedOn)
        implements CandidateEvent {

    @Override
    public String subject() {
        return blockCode;
    }
}
