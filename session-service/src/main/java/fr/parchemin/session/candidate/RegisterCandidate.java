package fr.parchemin.session.candidate;

import fr.parchemin.kit.Ids;
import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.web.IfMatch;
import fr.parchemin.session.Moments;
import fr.parchemin.session.rules.RuleBook;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records candidates and corrects them, and tells the others who they are. */
@ApplicationScoped
class RegisterCandidate {

    private final CandidateRepository candidates;
    private final FindLikelyDuplicates duplicates;
    private final RuleBook rules;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    RegisterCandidate(
            CandidateRepository candidates,
            FindLikelyDuplicates duplicates,
            RuleBook rules,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.candidates = candidates;
        this.duplicates = duplicates;
        this.rules = rules;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /** A view, and whether the candidate is new. */
    record Recorded(CandidateView view, boolean created) {}

    @Transactional
    @Idempotent
    CandidateView register(CandidateRequest request) {
        return create(siret(), request.externalRef(), request);
    }

    /** Creates the candidate under the caller's own reference, or replaces what is recorded. */
    @Transactional
    Recorded replace(String externalRef, CandidateRequest request, @Nullable IfMatch ifMatch) {
        if (request.externalRef() != null && !request.externalRef().equals(externalRef)) {
            throw new ProblemException(
                    CommonProblem.INVALID_REQUEST,
                    "See violations.",
                    List.of(Violation.ofField("/externalRef", "The same as in the path, or absent.")));
        }
        String siret = siret();
        Optional<Candidate> found =
                candidates.byExternalRef(siret, externalRef).flatMap(c -> candidates.locked(c.id()));
        if (found.isEmpty()) {
            IfMatch.require(ifMatch, null);
            return new Recorded(create(siret, externalRef, request), true);
        }
        Candidate candidate = found.get();
        CandidateIdentity recorded = candidates.identity(candidate.id(), candidate.identityVersion());
        IfMatch.require(ifMatch, ReadCandidates.tag(CandidateView.of(candidate, recorded)));
        CivilIdentity before = recorded.identity();
        CivilIdentity after = request.identity();
        rules.judge(IdentityRules.CHANGE, new IdentityFreezeRule.Change(candidate.frozen(), before, after))
                .warningsOrRefusal();
        candidate.reach(request.postalCode(), request.email(), request.employerSiret());
        CandidateIdentity current = recorded;
        if (!before.equals(after) && !candidate.frozen()) {
            current = new CandidateIdentity(
                    candidate.id(), candidate.correctIdentity(), after, Moments.now(clock), caller.subject());
            candidates.add(current);
            outbox.append(CandidateIdentifiedEvent.of(candidate, after));
            Log.infof("identity of candidate %s corrected, version %d", candidate.id(), candidate.identityVersion());
        }
        candidates.flush();
        return new Recorded(shown(candidate, current), false);
    }

    private CandidateView create(String siret, @Nullable String externalRef, CandidateRequest request) {
        Instant now = Moments.now(clock);
        Candidate candidate = new Candidate(Ids.next(), externalRef, siret, now);
        candidate.reach(request.postalCode(), request.email(), request.employerSiret());
        candidates.persist(candidate);
        CandidateIdentity identity =
                new CandidateIdentity(candidate.id(), 1, request.identity(), now, caller.subject());
        candidates.add(identity);
        candidates.flush();
        outbox.append(CandidateIdentifiedEvent.of(candidate, request.identity()));
        Log.infof("candidate %s recorded", candidate.id());
        return shown(candidate, identity);
    }

    private CandidateView shown(Candidate candidate, CandidateIdentity identity) {
        return CandidateView.of(candidate, identity).beside(duplicates.shown(candidate.id()));
    }

    private String siret() {
        return caller.siret()
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.FORBIDDEN,
                        "Your token names no organisation (claim siret): it can own no candidate."));
    }
}
