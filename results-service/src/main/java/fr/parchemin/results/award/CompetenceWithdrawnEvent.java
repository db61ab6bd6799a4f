package fr.parchemin.results.award;

import fr.parchemin.results.capital.Fact;
import java.time.LocalDate;
import java.util.UUID;

/** A competence told by {@code CompetenceValidated} is no longer validated by that record. */
record CompetenceWithdrawnEvent(
        UUID candidateId,
        UUID enrolmentId,
        UUID sessionId,
        UUID recordId,
        String certificationNumber,
        String blockCode,
        String competenceCode,
        Fact.Cause cause,
        String reason,
        LocalDate withdrawnOn)
        implements CandidateEvent {

    @Override
    public String subject() {
        return competenceCode;
    }
}
