package fr.parchemin.results.record;

import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.results.award.GrantAwards;
import fr.parchemin.results.examsession.ReadSession;
import fr.parchemin.results.examsession.SessionDossier;
import fr.parchemin.results.published.PublishResults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.UUID;

/**
 * The authority validates a record: it gets its order number, and what it decides becomes effective, all in one
 * transaction (R106, R109, R112). What is granted is what was signed, read from the signed content.
 */
@ApplicationScoped
class ValidateRecord {

    private final RecordDesk desk;
    private final OrderNumbers numbers;
    private final ReadSession sessions;
    private final GrantAwards awards;
    private final PublishResults results;
    private final Outbox outbox;
    private final EntityManager entities;
    private final Clock clock;

    ValidateRecord(
            RecordDesk desk,
            OrderNumbers numbers,
            ReadSession sessions,
            GrantAwards awards,
            PublishResults results,
            Outbox outbox,
            EntityManager entities,
            Clock clock) {
        this.desk = desk;
        this.numbers = numbers;
        this.sessions = sessions;
        this.awards = awards;
        this.results = results;
        this.outbox = outbox;
        this.entities = entities;
        this.clock = clock;
    }

    @Transactional
    @Idempotent
    RecordView validate(UUID recordId) {
        SessionRecord record = desk.hold(recordId);
        SessionDossier dossier = sessions.session(record.sessionId());
        record.require(SessionRecord.State.SUBMITTED);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate today = LocalDate.ofInstant(now, ZoneId.of(dossier.session().timeZone()));
        String number = numbers.next(today.getYear());
        record.validate(number, now);
        outbox.append(new RecordValidatedEvent(
                recordId, record.sessionId(), dossier.session().certificationNumber(), number, now));
        // Candidates in the order of their ids: two validations never wait for each other crosswise.
        desk.signed(record).candidates().stream()
                .sorted(Comparator.comparing(RecordView.CandidateView::candidateId))
                .forEach(candidate -> settle(dossier, record, candidate, today));
        entities.flush();
        return desk.view(record);
    }

    private void settle(
            SessionDossier dossier, SessionRecord record, RecordView.CandidateView candidate, LocalDate today) {
        var enrolment = dossier.enrolment(candidate.enrolmentId()).orElseThrow();
        Verdict decided = candidate.decided();
        if (!candidate.validatedCompetences().isEmpty()) {
            awards.grant(
                    dossier,
                    enrolment,
                    record.id(),
                    candidate.validatedCompetences(),
                    decided.obtained(),
                    decided.titleAwarded(),
                    today);
        }
        results.fix(dossier, enrolment, record.id(), decided);
    }
}
