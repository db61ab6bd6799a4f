package fr.parchemin.results.privacy;

import fr.parchemin.results.award.CandidateEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Awards print another version of an identity from now on (R123): what was declared or printed of it is to be done again. */
record IdentityCorrectedEvent(
        UUID candidateId, int formerVersion, int version, List<String> awardNumbers, LocalDate correctedOn)
        implements CandidateEvent {

    @Override
    public String subject() {
        return candidateId().toString();
    }
}
