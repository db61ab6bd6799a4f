package fr.parchemin.results.award;

import java.time.LocalDate;
import java.util.UUID;

/** A single competence was validated, whether its block was obtained or not. */
record CompetenceValidatedEvent(
        UUID candidateId,
        UUID enrolmentId,
        UUID sessionId,
        UUID recordId,
        String certificationNumber,
        String blockCode,
        String competenceCode,
        LocalDate validatedOn)
        implements CandidateEvent {

    @Override
    public String subject() {
        return competenceCode;
    }
}
