package fr.parchemin.results.record;

import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.results.audit.AuditTrail;
import fr.parchemin.results.award.GrantAwards;
import fr.parchemin.results.capital.Capital;
import fr.parchemin.results.capital.Fact;
import fr.parchemin.results.capital.KeepCapital;
import fr.parchemin.results.examsession.Enrolment;
import fr.parchemin.results.examsession.ReadSession;
import fr.parchemin.results.examsession.SessionDossier;
import fr.parchemin.results.published.PublishResults;
import fr.parchemin.results.rules.Judgement;
import fr.parchemin.results.statistics.CountResults;
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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

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
    private final KeepCapital capital;
    private final PublishResults results;
    private final CountResults figures;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final EntityManager entities;
    private final Caller caller;
    private final Clock clock;
    private final AwardDatePolicy.Basis awardDate;

    ValidateRecord(
            RecordDesk desk,
            OrderNumbers numbers,
            ReadSession sessions,
            RecordRules rules,
            GrantAwards awards,
            KeepCapital capital,
            PublishResults results,
            CountResults figures,
            Outbox outbox,
            AuditTrail audit,
            EntityManager entities,
            Caller caller,
            Clock clock,
            @ConfigProperty(name = "award.date", defaultValue = "RECORD_VALIDATION") AwardDatePolicy.Basis awardDate) {
        this.desk = desk;
        this.numbers = numbers;
        this.sessions = sessions;
        this.rules = rules;
        this.awards = awards;
        this.capital = capital;
        this.results = results;
        this.figures = figures;
        this.outbox = outbox;
        this.audit = audit;
        this.entities = entities;
        this.caller = caller;
        this.clock = clock;
        this.awardDate = awardDate;
    }

    @Transactional
    @Idempotent
    RecordView validate(UUID recordId) {
        SessionRecord record = desk.hold(recordId);
        SessionDossier dossier = sessions.session(record.sessionId());
        desk.requireNotAnnulled(dossier);
        record.require(SessionRecord.State.SUBMITTED);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ZoneId place = ZoneId.of(dossier.session().timeZone());
        // Taken first: it holds back every other validation of the year, so what each candidate holds stays as read
        // below.
        String number = numbers.next(LocalDate.ofInstant(now, place).getYear());
        List<RecordView.CandidateView> candidates = desk.signed(record).candidates();
        capital.lock(
                candidates.stream().map(RecordView.CandidateView::candidateId).toList());
        SessionRecord replaced = desk.effective(record).orElse(null);
        requireStanding(desk.content(record, dossier), candidates);
        record.validate(number, now);
        outbox.append(new RecordValidatedEvent(
                recordId, record.sessionId(), dossier.session().certificationNumber(), number, record.corrects(), now));
        LocalDate awardedOn = AwardDatePolicy.on(awardDate, desk.deliberatedAt(record), now, place);
        Map<UUID, RecordView.CandidateView> before = replaced == null
                ? Map.of()
                : desk.signed(replaced).candidates().stream()
                        .collect(Collectors.toMap(RecordView.CandidateView::enrolmentId, c -> c));
        List<UUID> people =
                candidates.stream().map(RecordView.CandidateView::candidateId).toList();
        Map<UUID, Capital> held = capital.apartFrom(record.sessionId(), people);
        supersede(record, replaced, number, LocalDate.ofInstant(now, place), now);
        // Candidates in the order of their ids: two transactions never wait for each other crosswise.
        candidates.stream()
                .sorted(Comparator.comparing(RecordView.CandidateView::candidateId))
                .forEach(c -> grant(
                        dossier,
                        record,
                        c,
                        replaced,
                        before.get(c.enrolmentId()),
                        Objects.requireNonNull(held.get(c.candidateId())),
                        awardedOn));
        awards.settle(people);
        figures.changed(Set.of(record.sessionId()));
        audit.change(
                "recordValidated",
                "record",
                recordId,
                record.correctionReason(),
                Map.of(
                        "session", record.sessionId(),
                        "orderNumber", number,
                        "fingerprint", Objects.requireNonNull(record.fingerprint())));
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

    /** R108: what it corrects makes room for it, and what that gave no longer counts by that one. */
    private void supersede(
            SessionRecord record, @Nullable SessionRecord replaced, String number, LocalDate on, Instant now) {
        UUID corrects = record.corrects();
        while (corrects != null) {
            SessionRecord corrected = desk.hold(corrects);
            corrects = corrected.corrects();
            if (corrected.state() != SessionRecord.State.RECTIFIED) {
                corrected.rectified(now);
            }
        }
        if (replaced != null) {
            capital.undo(
                    Fact.Scope.RECORD,
                    replaced.id(),
                    Fact.Cause.RECTIFIED,
                    rectification(record, number),
                    on,
                    caller.subject());
        }
    }

    private static String rectification(SessionRecord record, String number) {
        return "Rectifying record " + number + ": " + record.correctionReason();
    }

    private void grant(
            SessionDossier dossier,
            SessionRecord record,
            RecordView.CandidateView candidate,
            @Nullable SessionRecord replaced,
            RecordView.@Nullable CandidateView before,
            Capital held,
            LocalDate awardedOn) {
        Enrolment enrolment = enrolment(dossier, candidate);
        GrantAwards.Decided decided = decided(candidate);
        Integer frozen =
                candidate.identityVersion() == null ? enrolment.identityVersion() : candidate.identityVersion();
        if (frozen != null) {
            GrantAwards.Grant grant = new GrantAwards.Grant(dossier, enrolment, record.id(), frozen, awardedOn);
            if (replaced == null) {
                awards.grant(grant, decided, held);
            } else {
                awards.replace(
                        grant,
                        replaced.id(),
                        before == null ? GrantAwards.Decided.nothing() : decided(before),
                        decided,
                        held,
                        rectification(record, Objects.requireNonNull(record.orderNumber())),
                        awardedOn);
            }
        }
        results.fix(dossier, enrolment, record.id(), candidate.decided());
    }

    /** What a record says of a candidate, as far as it gives them something. */
    static GrantAwards.Decided decided(RecordView.CandidateView candidate) {
        Verdict verdict = candidate.decided();
        return new GrantAwards.Decided(candidate.validatedCompetences(), verdict.obtained(), verdict.titleAwarded());
    }

    private static Enrolment enrolment(SessionDossier dossier, RecordView.CandidateView candidate) {
        return dossier.enrolment(candidate.enrolmentId()).orElseThrow();
    }
}
