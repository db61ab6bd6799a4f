package fr.parchemin.results.award;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The title was granted by total equivalence, without a session (R12, R13).
 *
 * @param reference of the decision
 */
record TitleGrantedEvent(
        String awardNumber, UUID candidateId, String certificationNumber, String reference, LocalDate awardedOn)
        implements CandidateEvent {

    @Override
    public String subject() {
        return awardNumber;
    }
}
