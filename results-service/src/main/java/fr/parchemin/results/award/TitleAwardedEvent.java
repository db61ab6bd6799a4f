package fr.parchemin.results.award;

import fr.parchemin.results.capital.ObtainedBy;
import java.time.LocalDate;
import java.util.UUID;

/** The title was awarded. */
record TitleAwardedEvent(
        String awardNumber,
        UUID candidateId,
        UUID sessionId,
        UUID recordId,
        String certificationNumber,
        ObtainedBy obtainedBy,
        String route,
        LocalDate awardedOn)
        implements CandidateEvent {

    @Override
    public String subject() {
        return awardNumber;
    }
}
