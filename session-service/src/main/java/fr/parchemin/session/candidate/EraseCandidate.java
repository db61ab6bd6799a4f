package fr.parchemin.session.candidate;

import fr.parchemin.kit.idempotency.KeptAnswers;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.security.Roles;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/**
 * Forgets a person who never enrolled: nothing rests on the identity. It leaves this service, the topic of identities and
 * the services that copied it from there. Once there is an enrolment, the file of the examination is kept as long as R134
 * says.
 */
@ApplicationScoped
class EraseCandidate {

    private final CandidateRepository candidates;
    private final ReadCandidates read;
    private final Outbox outbox;
    private final KeptAnswers answers;
    private final Caller caller;

    EraseCandidate(
            CandidateRepository candidates, ReadCandidates read, Outbox outbox, KeptAnswers answers, Caller caller) {
        this.candidates = candidates;
        this.read = read;
        this.outbox = outbox;
        this.answers = answers;
        this.caller = caller;
    }

    /**
     * Erases it, for the organisation that recorded it or the authority.
     *
     * @throws ProblemException 404 when there is none for this caller, 403 when another organisation recorded it, 422 when
     *     something rests on it
     */
    @Transactional
    void erase(UUID id) {
        read.one(id);
        Candidate candidate = candidates.locked(id).orElseThrow(() -> ProblemException.notFound("candidate", id));
        boolean own = caller.siret().filter(candidate.createdBySiret()::equals).isPresent();
        if (!own && !caller.has(Roles.AUTHORITY)) {
            throw new ProblemException(
                    CommonProblem.FORBIDDEN,
                    "The organisation that recorded the candidate has it erased, or the authority.");
        }
        List<String> kept = candidates.restingOn(id);
        if (!kept.isEmpty()) {
            throw ProblemException.rulesBroken(List.of(Violation.ofRule(
                    "R134", "The identity is kept as long as what rests on it: " + String.join(", ", kept) + ".")));
        }
        candidates.erase(id);
        // The request that created the candidate could be sent again and would be answered with the identity.
        answers.forget(id);
        outbox.forget(CandidateIdentifiedEvent.TOPIC, id.toString());
        Log.infof("candidate %s erased", id);
    }
}
