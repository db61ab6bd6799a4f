package fr.parchemin.session.candidate;

import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.session.Moments;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * The authority corrects an identity, frozen or not, by an act with its reason and the document that proves it (R123). Records
 * and awards go on printing the version of the exam day until a correction there puts this one in its place.
 */
@ApplicationScoped
class CorrectFrozenIdentity {

    private final CandidateRepository candidates;
    private final FindLikelyDuplicates duplicates;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    CorrectFrozenIdentity(
            CandidateRepository candidates,
            FindLikelyDuplicates duplicates,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.candidates = candidates;
        this.duplicates = duplicates;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Adds a version of the identity; the former ones stay.
     *
     * @throws ProblemException 404 when there is no such candidate, 422 when nothing would change
     */
    @Transactional
    @Idempotent
    CandidateView correct(UUID id, IdentityVersionRequest request) {
        Candidate candidate = candidates.locked(id).orElseThrow(() -> ProblemException.notFound("candidate", id));
        CivilIdentity after = request.identity();
        if (after.equals(candidates.identity(id, candidate.identityVersion()).identity())) {
            throw ProblemException.rulesBroken(List.of(Violation.ofRule(
                    "R123",
                    "This is the identity that is recorded, version %d: a correction changes something."
                            .formatted(candidate.identityVersion()))));
        }
        CandidateIdentity corrected = new CandidateIdentity(
                id, candidate.correctFrozenIdentity(), after, Moments.now(clock), caller.subject());
        corrected.actOf(request.reason(), request.document());
        candidates.add(corrected);
        candidates.flush();
        outbox.append(CandidateIdentifiedEvent.of(candidate, after));
        Log.infof("identity of candidate %s corrected by the authority, version %d", id, candidate.identityVersion());
        return CandidateView.of(candidate, corrected).beside(duplicates.shown(id));
    }
}
