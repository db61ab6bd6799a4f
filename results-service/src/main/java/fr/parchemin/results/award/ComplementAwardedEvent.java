package fr.parchemin.results.award;

import java.time.LocalDate;
import java.util.UUID;

/** A complementary certificate (CCS) was awarded; {@code blockCode} names it, as in the session. */
record ComplementAwardedEvent(
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
