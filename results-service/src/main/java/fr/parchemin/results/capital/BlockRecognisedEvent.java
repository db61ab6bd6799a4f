package fr.parchemin.results.capital;

import fr.parchemin.results.award.CandidateEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A block counts without an examination of it: by a correspondence (R11) or by a decision on equivalence (R13). */
record BlockRecognisedEvent(
        UUID candidateId,
        String certificationNumber,
        String blockCode,
        Capital.By by,
        List<String> fromBlocks,
        String reason,
        LocalDate recognisedOn)
        implements CandidateEvent {

    @Override
    public String subject() {
        return blockCode;
    }
}
