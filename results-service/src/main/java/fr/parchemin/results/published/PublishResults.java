package fr.parchemin.results.published;

import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.results.examsession.Enrolment;
import fr.parchemin.results.examsession.Identity;
import fr.parchemin.results.examsession.SessionDossier;
import fr.parchemin.results.record.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Fixes outcomes at the validation and shows them at the notification, never before (R111). */
@ApplicationScoped
public class PublishResults {

    private final PublishedResultRepository results;
    private final Outbox outbox;

    PublishResults(PublishedResultRepository results, Outbox outbox) {
        this.results = results;
        this.outbox = outbox;
    }

    /** Keeps the outcome of one candidate, unseen. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void fix(SessionDossier dossier, Enrolment enrolment, UUID recordId, Verdict verdict) {
        Identity identity = dossier.identities().get(enrolment.id());
        results.persist(new PublishedResult(
                enrolment.id(),
                recordId,
                dossier.session().id(),
                enrolment.candidateId(),
                dossier.session().certificationNumber(),
                dossier.session().blockCode(),
                verdict.outcome(),
                verdict.blocks(),
                verdict.titleAwarded(),
                dossier.session().centreSiret(),
                enrolment.trainingProviderSiret(),
                identity == null ? null : identity.createdBySiret()));
    }

    /** Shows every outcome of a record. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void show(UUID recordId, Instant at) {
        for (PublishedResult result : results.list("recordId = ?1 order by candidateId", recordId)) {
            result.notified(at);
            outbox.append(new ResultPublishedEvent(
                    result.candidateId(),
                    result.enrolmentId(),
                    result.sessionId(),
                    recordId,
                    result.certificationNumber(),
                    result.blockCode(),
                    result.outcome(),
                    result.blocks().stream()
                            .map(b -> new ResultPublishedEvent.Block(b.code(), b.result()))
                            .toList(),
                    result.titleAwarded(),
                    at));
        }
    }
}
