package fr.parchemin.results.capital;

import fr.parchemin.kit.Ids;
import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.results.audit.AuditTrail;
import fr.parchemin.results.capital.Fact.Cause;
import fr.parchemin.results.capital.Fact.Scope;
import fr.parchemin.results.examsession.ReadIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/** The authority decides what counts without an examination: equivalences of one candidate (R13), correspondences for all (R11). */
@ApplicationScoped
class DecideRecognition {

    private final EquivalenceRepository equivalences;
    private final CorrespondenceRepository correspondences;
    private final VoidingRepository voidings;
    private final KeepCapital capital;
    private final SyncRecognitions sync;
    private final RecomputeBooklets recompute;
    private final ReadIdentity identities;
    private final Outbox outbox;
    private final Event<CapitalDecided> decided;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    DecideRecognition(
            EquivalenceRepository equivalences,
            CorrespondenceRepository correspondences,
            VoidingRepository voidings,
            KeepCapital capital,
            SyncRecognitions sync,
            RecomputeBooklets recompute,
            ReadIdentity identities,
            Outbox outbox,
            Event<CapitalDecided> decided,
            AuditTrail audit,
            Caller caller,
            Clock clock) {
        this.equivalences = equivalences;
        this.correspondences = correspondences;
        this.voidings = voidings;
        this.capital = capital;
        this.sync = sync;
        this.recompute = recompute;
        this.identities = identities;
        this.outbox = outbox;
        this.decided = decided;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    @Idempotent
    EquivalenceView grant(EquivalenceRequest request) {
        List<Violation> broken = new ArrayList<>();
        unknown("/certificationNumber", "/blocks", request.certificationNumber(), request.blocks())
                .forEach(broken::add);
        toCome(request.decidedOn()).forEach(broken::add);
        if (request.blocks().isEmpty()
                && identities.all(Set.of(request.candidateId())).isEmpty()) {
            broken.add(Violation.ofField(
                    "/candidateId",
                    "A certificate of the whole title names its holder, and no candidate is known here by this id. "
                            + "One who was just entered is known after some seconds."));
        }
        refuse(broken);
        capital.lock(Set.of(request.candidateId()));
        Equivalence equivalence = new Equivalence(
                Ids.next(),
                request.candidateId(),
                request.certificationNumber(),
                request.blocks(),
                request.reference(),
                request.reason(),
                request.decidedOn(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.subject());
        equivalences.persistAndFlush(equivalence);
        told(
                equivalence,
                (code, reason) -> outbox.append(new BlockRecognisedEvent(
                        equivalence.candidateId(),
                        equivalence.certificationNumber(),
                        code,
                        Capital.By.EQUIVALENCE,
                        List.of(),
                        reason,
                        equivalence.decidedOn())));
        sync.sync(capital.of(Set.of(request.candidateId())), "Equivalence " + request.reference());
        decided.fire(new CapitalDecided(Set.of(request.candidateId())));
        audit.change(
                "equivalenceGranted",
                "candidate",
                request.candidateId(),
                request.reason(),
                Map.of(
                        "equivalence", equivalence.id(),
                        "certification", request.certificationNumber(),
                        "blocks", request.blocks(),
                        "reference", request.reference()));
        return EquivalenceView.of(equivalence, false);
    }

    @Transactional
    @Idempotent
    EquivalenceView revokeEquivalence(UUID id, String reason) {
        Equivalence equivalence =
                equivalences.findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("equivalence", id));
        capital.lock(Set.of(equivalence.candidateId()));
        requireStanding(Scope.EQUIVALENCE, id);
        capital.undo(Scope.EQUIVALENCE, id, Cause.REVOKED, reason, today(), caller.subject());
        told(
                equivalence,
                (code, ignored) -> outbox.append(new BlockRecognitionEndedEvent(
                        equivalence.candidateId(), equivalence.certificationNumber(), code, reason, today())));
        sync.sync(capital.of(Set.of(equivalence.candidateId())), reason);
        // A title that stood on it goes with it (R98).
        decided.fire(new CapitalDecided(Set.of(equivalence.candidateId())));
        audit.change("equivalenceRevoked", "candidate", equivalence.candidateId(), reason, Map.of("equivalence", id));
        return EquivalenceView.of(equivalence, true);
    }

    private void told(Equivalence equivalence, BiConsumer<String, String> each) {
        List<String> codes = equivalence.blocks();
        Version version = codes.isEmpty() ? capital.version(equivalence.certificationNumber()) : null;
        (version == null ? codes : version.blocks())
                .forEach(code -> each.accept(code, "Equivalence: " + equivalence.reference()));
    }

    @Transactional
    List<EquivalenceView> equivalences(UUID candidateId) {
        return equivalences.list("candidateId = ?1 order by decidedOn, id", candidateId).stream()
                .map(e -> EquivalenceView.of(e, voidings.known(Scope.EQUIVALENCE, e.id())))
                .toList();
    }

    @Transactional
    @Idempotent
    CorrespondenceView correspond(CorrespondenceRequest request) {
        List<Violation> broken = new ArrayList<>();
        unknown("/from", "/fromBlocks", request.from(), request.fromBlocks()).forEach(broken::add);
        unknown("/to", "/toBlocks", request.to(), request.toBlocks()).forEach(broken::add);
        toCome(request.decidedOn()).forEach(broken::add);
        if (request.from().equals(request.to())) {
            broken.add(Violation.ofRule("R11", "A correspondence links two versions: two numbers."));
        }
        refuse(broken);
        Fact.Correspondence row = new Fact.Correspondence(
                Ids.next(),
                request.from(),
                request.fromBlocks(),
                request.to(),
                request.toBlocks(),
                request.decidedOn(),
                request.reference());
        CorrespondenceDecision decision = new CorrespondenceDecision(
                row, request.reason(), clock.instant().truncatedTo(ChronoUnit.MICROS), caller.subject());
        correspondences.persistAndFlush(decision);
        recompute.ask(List.of(request.from()), "Correspondence: " + request.reference());
        audit.change(
                "correspondenceDecided",
                "correspondence",
                row.id(),
                request.reason(),
                Map.of("from", request.from(), "to", request.to(), "reference", request.reference()));
        return CorrespondenceView.of(row, false);
    }

    @Transactional
    @Idempotent
    CorrespondenceView revokeCorrespondence(UUID id, String reason) {
        CorrespondenceDecision decision =
                correspondences.findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("correspondence", id));
        requireStanding(Scope.CORRESPONDENCE, id);
        capital.undo(Scope.CORRESPONDENCE, id, Cause.REVOKED, reason, today(), caller.subject());
        recompute.ask(List.of(decision.row().from(), decision.row().to()), "Correspondence revoked: " + reason);
        audit.change("correspondenceRevoked", "correspondence", id, reason, Map.of());
        return CorrespondenceView.of(decision.row(), true);
    }

    /** Every row that leads from or to a title, decided here or declared by the register. */
    @Transactional
    List<CorrespondenceView> correspondences(String number) {
        List<CorrespondenceView> rows = new ArrayList<>();
        capital.declared().stream()
                .filter(r -> r.from().equals(number) || r.to().equals(number))
                .forEach(r -> rows.add(CorrespondenceView.declared(r)));
        correspondences
                .list("fromNumber = ?1 or toNumber = ?1 order by decidedOn, id", number)
                .forEach(d -> rows.add(CorrespondenceView.of(d.row(), voidings.known(Scope.CORRESPONDENCE, d.id()))));
        return rows;
    }

    private void requireStanding(Scope scope, UUID id) {
        if (voidings.known(scope, id)) {
            throw new ProblemException(CommonProblem.CONFLICT, "It was revoked already.");
        }
    }

    private List<Violation> unknown(String field, String blocksField, String number, List<String> blocks) {
        Version version = capital.version(number);
        if (version == null) {
            return List.of(Violation.ofField(field, "No title " + number + " is known here."));
        }
        return blocks.stream()
                .filter(code -> !version.blocks().contains(code))
                .map(code -> Violation.ofField(
                        blocksField, code + " is no block of " + number + ", which has " + version.blocks() + "."))
                .toList();
    }

    /** A decision is recorded once it is taken. In Wallis and Nouméa that is tomorrow, as long as it is night in Paris. */
    private List<Violation> toCome(LocalDate decidedOn) {
        return decidedOn.isAfter(LocalDate.ofInstant(clock.instant(), ZoneId.of("Pacific/Wallis")))
                ? List.of(
                        Violation.ofField("/decidedOn", "A decision is recorded once it is taken: not a day to come."))
                : List.of();
    }

    private static void refuse(List<Violation> broken) {
        if (!broken.isEmpty()) {
            throw ProblemException.rulesBroken(broken);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"));
    }
}
