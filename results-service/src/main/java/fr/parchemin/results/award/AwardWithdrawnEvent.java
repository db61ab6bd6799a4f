package fr.parchemin.results.award;

import fr.parchemin.results.capital.Fact;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An award was withdrawn: by a reasoned decision (R118), or because what it certifies no longer counts. */
record AwardWithdrawnEvent(
        String awardNumber,
        UUID candidateId,
        String certificationNumber,
        @Nullable String blockCode,
        String reason,
        Fact.Cause cause,
        LocalDate withdrawnOn)
        implements CandidateEvent {

    @Override
    public String subject() {
        return awardNumber;
    }
}
