package fr.parchemin.results.published;

import fr.parchemin.results.award.CandidateEvent;
import java.time.LocalDate;
import java.util.UUID;

/** A result told by {@code ResultPublished} is void with its session (R121). */
record ResultAnnulledEvent(
        UUID candidateId,
        UUID enrolmentId,
        UUID sessionId,
        UUID recordId,
        String certificationNumber,
        String reason,
        LocalDate annulledOn)
        implements CandidateEvent {

    @Override
    public String subject() {
        return enrolmentId.toString();
    }
}
