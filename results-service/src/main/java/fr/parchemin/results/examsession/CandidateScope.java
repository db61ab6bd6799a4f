package fr.parchemin.results.examsession;

import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/**
 * Says which candidates concern a caller: a platform those it trained, a centre those enrolled in its sessions, both those
 * they entered. Anybody else's do not exist for them.
 */
@ApplicationScoped
public class CandidateScope {

    private final EnrolmentRepository enrolments;
    private final ExamSessionRepository sessions;
    private final IdentityRepository identities;
    private final Caller caller;

    CandidateScope(
            EnrolmentRepository enrolments,
            ExamSessionRepository sessions,
            IdentityRepository identities,
            Caller caller) {
        this.enrolments = enrolments;
        this.sessions = sessions;
        this.identities = identities;
        this.caller = caller;
    }

    /** Whether the caller may see what this candidate holds. */
    @Transactional
    public boolean concerns(UUID candidateId) {
        return caller.siret().filter(siret -> concerns(candidateId, siret)).isPresent();
    }

    private boolean concerns(UUID candidateId, String siret) {
        if (identities.count("key.candidateId = ?1 and createdBySiret = ?2", candidateId, siret) > 0) {
            return true;
        }
        List<Enrolment> places = enrolments.list("candidateId = ?1 and withdrawn = false", candidateId);
        if (caller.has(Roles.PLATFORM) && places.stream().anyMatch(e -> siret.equals(e.trainingProviderSiret()))) {
            return true;
        }
        return caller.has(Roles.CENTRE)
                && sessions.count(
                                "id in ?1 and centreSiret = ?2",
                                places.stream().map(Enrolment::sessionId).toList(),
                                siret)
                        > 0;
    }
}
