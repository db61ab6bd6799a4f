package fr.parchemin.session.candidate;

import fr.parchemin.session.Moments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Freezes the identity of a candidate who is present at an examination (R122). */
@ApplicationScoped
public class FreezeIdentity {

    private final CandidateRepository candidates;
    private final Clock clock;

    FreezeIdentity(CandidateRepository candidates, Clock clock) {
        this.candidates = candidates;
        this.clock = clock;
    }

    /**
     * Freezes it from now on.
     *
     * @return the version that records and awards of this examination print
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int of(UUID candidateId) {
        return candidates.locked(candidateId).orElseThrow().freeze(Moments.now(clock));
    }
}
