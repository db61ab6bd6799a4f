package fr.parchemin.results.published;

import fr.parchemin.results.award.CandidateEvent;
import fr.parchemin.results.record.BlockResult;
import fr.parchemin.results.record.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A candidate's result was notified. */
record ResultPublishedEvent(
        UUID candidateId,
        UUID enrolmentId,
        UUID sessionId,
        UUID recordId,
        String certificationNumber,
        @Nullable String blockCode,
        Outcome outcome,
        List<Block> blocks,
        boolean titleAwarded,
        Instant notifiedAt)
        implements CandidateEvent {

    /** One block and what became of it; the jury's reasons stay in the record. */
    record Block(String code, BlockResult.Result result) {}

    @Override
    public String subject() {
        return enrolmentId.toString();
    }
}
