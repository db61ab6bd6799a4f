package fr.parchemin.results.record;

import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.results.award.GrantAwards;
import fr.parchemin.results.examsession.Enrolment;
import fr.parchemin.results.examsession.ReadSession;
import fr.parchemin.results.examsession.SessionDossier;
import fr.parchemin.results.published.PublishResults;
import fr.parchemin.results.rules.Judgement;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The authority validates a record: it gets its order number, and what it decides becomes effective, all in one
 * transaction (R106, R109, R112). What is granted is what was signed, read from the signed content.
 */
@ApplicationScoped
class ValidateRecord {

    private final RecordDesk desk;
    private final OrderNumbers numbers;
    private final ReadSession sessions;
    private final RecordRules rules;
    private final GrantAwards awards;
    private final PublishResults results;
    private final Outbox outbox;
    private final EntityManager entities;
    private final Clock clock;
    private final AwardDatePolicy.Basis awardDate;

    ValidateRecord(
            RecordDesk desk,
            OrderNumbers numbers,
            ReadSession sessions,
            RecordRules rules,
            GrantAwards awards,
            PublishResults results,
            Outbox outbox,
            EntityManager entities,
            Clock clock,
            @ConfigProperty(name = "award.date", defaultValue = "RECORD_VALIDATION") AwardDatePolicy.Basis awardDate) {
        this.desk = desk;
        this.numbers = numbers;
        this.sessions = sessions;
        this.rules = rules;
        this.awards = awards;
        this.results = results;
        this.outbox = outbox;
        this.entities = entities;
        this.clock = clock;
        this.awardDate = awardDate;
    }

    @Transactional
    @Idempotent
    RecordView validate(UUID recordId) {
        SessionRecord record = desk.hold(recordId);
        SessionDossier dossier = sessions.session(record.sessionId());
        record.require(SessionRecord.State.SUBMITTED);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ZoneId place = ZoneId.of(dossier.session().timeZone());
        // Taken first: it holds back every other validation of the year, so what each candidate holds stays as read
        // below.
        String number = numbers.next(LocalDate.ofInstant(now, place).getYear());
        List<RecordView.CandidateView> candidates = desk.signed(record).candidates();
        requireStanding(desk.content(record, dossier), candidates);
        record.validate(number, now);
        outbox.append(new RecordValidatedEvent(
                recordId, record.sessionId(), dossier.session().certificationNumber(), number, now));
        LocalDate awardedOn = AwardDatePolicy.on(awardDate, desk.deliberatedAt(record), now, place);
        // Candidates in the order of their ids: two transactions never wait for each other crosswise.
        candidates.stream()
                .sorted(Comparator.comparing(RecordView.CandidateView::candidateId))
                .forEach(candidate -> settle(dossier, record, candidate, awardedOn));
        entities.flush();
        Log.infof("record %s of session %s is validated under %s", recordId, record.sessionId(), number);
        return desk.view(record);
    }

    /** A title that was signed may have lost a block since: then the record goes back, and nothing is awarded. */
    private void requireStanding(RecordContent content, List<RecordView.CandidateView> candidates) {
        candidates.stream()
                .filter(c -> c.decided().titleAwarded())
                .map(c -> rules.standing(content.facts(
                        enrolment(content.dossier(), c), c.decided().obtained(), true)))
                .reduce(Judgement.clear(), Judgement::and)
                .refuseBroken();
    }

    private void settle(
            SessionDossier dossier, SessionRecord record, RecordView.CandidateView candidate, LocalDate awardedOn) {
        Enrolment enrolment = enrolment(dossier, candidate);
        Verdict decided = candidate.decided();
        if (!candidate.validatedCompetences().isEmpty()) {
            Integer frozen = candidate.identityVersion();
            awards.grant(
                    new GrantAwards.Grant(
                            dossier,
                            enrolment,
                            record.id(),
                            frozen == null ? Objects.requireNonNull(enrolment.identityVersion()) : frozen,
                            awardedOn),
                    candidate.validatedCompetences(),
                    decided.obtained(),
                    decided.titleAwarded());
        }
        results.fix(dossier, enrolment, record.id(), decided);
    }

    private static Enrolment enrolment(SessionDossier dossier, RecordView.CandidateView candidate) {
        return dossier.enrolment(candidate.enrolmentId()).orElseThrow();
    }
}
