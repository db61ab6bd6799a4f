package fr.parchemin.results.record;

import fr.parchemin.results.audit.AuditTrail;
import fr.parchemin.results.award.GrantAwards;
import fr.parchemin.results.capital.Fact;
import fr.parchemin.results.capital.KeepCapital;
import fr.parchemin.results.examsession.Enrolment;
import fr.parchemin.results.examsession.ReadSession;
import fr.parchemin.results.examsession.SessionDossier;
import fr.parchemin.results.published.PublishResults;
import fr.parchemin.results.statistics.CountResults;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * R121: a session is void, and every effect that its record had is undone by a fact of its own: competences, awards and
 * outcomes of its candidates, and what they obtained elsewhere on the strength of it. The record itself stays as signed.
 */
@ApplicationScoped
public class AnnulRecord {

    private final RecordDesk desk;
    private final SessionRecordRepository records;
    private final ReadSession sessions;
    private final KeepCapital capital;
    private final GrantAwards awards;
    private final PublishResults results;
    private final CountResults figures;
    private final AuditTrail audit;

    AnnulRecord(
            RecordDesk desk,
            SessionRecordRepository records,
            ReadSession sessions,
            KeepCapital capital,
            GrantAwards awards,
            PublishResults results,
            CountResults figures,
            AuditTrail audit) {
        this.desk = desk;
        this.records = records;
        this.sessions = sessions;
        this.capital = capital;
        this.awards = awards;
        this.results = results;
        this.figures = figures;
        this.audit = audit;
    }

    /** Undoes what the session, known to be annulled, had come to. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void annul(UUID sessionId) {
        SessionDossier dossier = sessions.known(sessionId).orElseThrow();
        Instant at = results.turn();
        LocalDate on = Objects.requireNonNull(dossier.session().annulledOn());
        String reason = "Session annulled by decision " + dossier.session().annulmentReference() + ": "
                + dossier.session().annulmentReason();
        // Waits for a validation under way, and keeps the next one from beginning.
        SessionRecord effective = records.ofSession(sessionId).stream()
                .map(desk::hold)
                .filter(SessionRecord::effective)
                .findFirst()
                .orElse(null);
        if (effective == null) {
            return;
        }
        var candidates = desk.signed(effective).candidates();
        TreeSet<UUID> people = new TreeSet<>(capital.candidatesOf(sessionId));
        candidates.forEach(c -> people.add(c.candidateId()));
        capital.lock(people);
        capital.undo(Fact.Scope.SESSION, sessionId, Fact.Cause.ANNULLED, reason, on, "SessionAnnulled");
        candidates.stream()
                .sorted(Comparator.comparing(RecordView.CandidateView::candidateId))
                .forEach(c -> annul(dossier, effective, c, reason, on));
        awards.settle(people);
        figures.changed(Set.of(sessionId));
        results.annul(sessionId, reason, on, at);
        audit.change(
                "sessionAnnulled", "session", sessionId, reason, Map.of("record", effective.id(), "decidedOn", on));
        Log.infof("session %s is annulled: what record %s gave is undone", sessionId, effective.id());
    }

    private void annul(
            SessionDossier dossier,
            SessionRecord record,
            RecordView.CandidateView candidate,
            String reason,
            LocalDate on) {
        Enrolment enrolment = dossier.enrolment(candidate.enrolmentId()).orElseThrow();
        Integer version = candidate.identityVersion();
        awards.annul(
                new GrantAwards.Grant(dossier, enrolment, record.id(), version == null ? 0 : version, on),
                ValidateRecord.decided(candidate),
                reason,
                on);
    }
}
