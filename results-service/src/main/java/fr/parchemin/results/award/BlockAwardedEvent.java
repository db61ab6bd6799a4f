package fr.parchemin.results.award;

import java.time.LocalDate;
import java.util.UUID;

/** A block (CCP) was awarded. */
record BlockAwardedEvent(
        String awardNumber,
        UUID candidateId,
        UUID sessionId,
        UUID recordId,
        String certificationNumber,
        String blockCode,
        LocalDate awardedOn)
        implements CandidateEvent {

    @Override
    public String subject() {
        return awardNumber;
    }
}
