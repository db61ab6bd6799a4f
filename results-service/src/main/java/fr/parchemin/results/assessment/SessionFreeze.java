package fr.parchemin.results.assessment;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.results.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/**
 * Orders findings and signatures of one session one after the other: a finding that is being recorded while the record is
 * signed either comes before the signature and is in it, or is refused (R108).
 */
@ApplicationScoped
public class SessionFreeze {

    private final EntityManager entities;

    SessionFreeze(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Keeps the session's row until the transaction ends.
     *
     * @throws ProblemException 409 when the record is signed, and no rectifying one is being drawn up
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(UUID sessionId) {
        entities.createNativeQuery("select 1 from exam_session where id = :id for update")
                .setParameter("id", sessionId)
                .getSingleResult();
        List<?> frozen =
                entities.createNativeQuery("""
                        select 1 from session_record where session_id = :id
                        having count(*) filter (where fingerprint is not null) > 0
                           and count(*) filter (where fingerprint is null) = 0
                        """).setParameter("id", sessionId).getResultList();
        if (!frozen.isEmpty()) {
            throw new ProblemException(
                    ProblemType.RECORD_FROZEN, "A signed record is corrected by a rectifying record only (R108).");
        }
    }
}
