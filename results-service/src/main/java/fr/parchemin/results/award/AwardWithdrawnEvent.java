package fr.parchemin.results.award;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An award was withdrawn by a reasoned decision (R118). */
record AwardWithdrawnEvent(
        String awardNumber,
        UUID candidateId,
        String certificationNumber,
        @Nullable String blockCode,
        String reason,
        LocalDate withdrawnOn)
        implements CandidateEvent {

    @Override
    public String subject() {
        return awardNumber;
    }
}
