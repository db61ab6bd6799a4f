package fr.parchemin.results.published;

import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.results.examsession.Enrolment;
import fr.parchemin.results.examsession.Identity;
import fr.parchemin.results.examsession.SessionDossier;
import fr.parchemin.results.record.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Fixes outcomes at the validation and shows them at the notification, never before (R111). */
@ApplicationScoped
public class PublishResults {

    private final PublishedResultRepository results;
    private final Outbox outbox;
    private final Clock clock;

    PublishResults(PublishedResultRepository results, Outbox outbox, Clock clock) {
        this.results = results;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Takes the turn to notify or annul, before anything else is held, and tells the time of it. One transaction after the
     * other: whoever has read all that changed until some moment never finds later that something older has appeared.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Instant turn() {
        results.awaitTurn();
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
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

    /**
     * Shows every outcome of a record, in the place of what an earlier record of the session said.
     *
     * @param at what {@link #turn} told
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void show(UUID recordId, Instant at) {
        for (PublishedResult result : results.list("key.recordId = ?1 order by candidateId", recordId)) {
            results.list("key.enrolmentId = ?1 and key.recordId <> ?2", result.enrolmentId(), recordId)
                    .forEach(PublishedResult::supersede);
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

    /** Whether the outcomes of a record have been shown. */
    @Transactional
    public boolean notified(UUID recordId) {
        return results.count("key.recordId = ?1 and notifiedAt is not null", recordId) > 0;
    }

    /** The records of which this candidate was told. */
    @Transactional
    public Set<UUID> notifiedTo(UUID candidateId) {
        return results.list("candidateId = ?1 and notifiedAt is not null", candidateId).stream()
                .map(PublishedResult::recordId)
                .collect(Collectors.toSet());
    }

    /**
     * R121: every outcome of a session is void; those that were shown are told to be so.
     *
     * @param at what {@link #turn} told
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void annul(UUID sessionId, String reason, LocalDate on, Instant at) {
        for (PublishedResult result :
                results.list("sessionId = ?1 and superseded = false order by candidateId", sessionId)) {
            result.annul(on, at);
            if (result.notifiedAt() != null) {
                outbox.append(new ResultAnnulledEvent(
                        result.candidateId(),
                        result.enrolmentId(),
                        sessionId,
                        result.recordId(),
                        result.certificationNumber(),
                        reason,
                        on));
            }
        }
    }
}
