package fr.parchemin.session.candidate;

import fr.parchemin.kit.Ids;
import fr.parchemin.kit.outbox.OutboundEvent;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.session.Moments;
import fr.parchemin.session.rules.Finding;
import fr.parchemin.session.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Records many candidates of one organisation at once, each under its own reference: what is new is created, what differs is
 * corrected, the rest is left alone. The number of SQL statements does not depend on the number of candidates.
 */
@ApplicationScoped
public class RecordManyCandidates {

    private final CandidateBulkRepository bulk;
    private final RuleBook rules;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    RecordManyCandidates(CandidateBulkRepository bulk, RuleBook rules, Outbox outbox, Caller caller, Clock clock) {
        this.bulk = bulk;
        this.rules = rules;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /** What became of a candidate. */
    public enum Effect {
        CREATED,
        CHANGED,
        UNCHANGED,
        REFUSED
    }

    /**
     * What became of one candidate.
     *
     * @param candidateId null when refused
     * @param changes names of the fields that differ, for a candidate that was changed
     * @param refusals rules that it breaks
     */
    public record Outcome(Effect effect, @Nullable UUID candidateId, List<String> changes, List<Finding> refusals) {}

    /** What is to be decided and written, in the order asked; nothing is written yet. */
    public record Plan(String siret, Instant now, List<Step> steps) {

        /** One outcome for each candidate, in the order asked. */
        public List<Outcome> outcomes() {
            return steps.stream().map(Step::outcome).toList();
        }
    }

    /** One candidate of the plan. */
    record Step(CandidateRequest request, CandidateBulkRepository.@Nullable Known known, Outcome outcome) {}

    /**
     * Compares the candidates with what is recorded, which is locked until the transaction ends.
     *
     * @param requests well-formed, each with an {@code externalRef} of its own
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Plan compare(String siret, List<CandidateRequest> requests) {
        Map<String, CandidateBulkRepository.Known> known = bulk.known(
                siret,
                requests.stream()
                        .map(r -> Objects.requireNonNull(r.externalRef()))
                        .toList());
        List<Step> steps = requests.stream()
                .map(r -> step(r, known.get(Objects.requireNonNull(r.externalRef()))))
                .toList();
        return new Plan(siret, Moments.now(clock), steps);
    }

    /** Writes what the plan would create and change, and tells the others who these people are. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void carryOut(Plan plan) {
        List<CandidateBulkRepository.Row> created = new ArrayList<>();
        List<CandidateBulkRepository.Row> changed = new ArrayList<>();
        List<OutboundEvent> first = new ArrayList<>();
        List<OutboundEvent> later = new ArrayList<>();
        for (Step step : plan.steps()) {
            switch (step.outcome().effect()) {
                case CREATED -> {
                    CandidateBulkRepository.Row row = row(step, 1);
                    created.add(row);
                    first.add(event(plan, row));
                }
                case CHANGED -> {
                    CandidateBulkRepository.Known known = Objects.requireNonNull(step.known());
                    boolean corrected = !known.frozen()
                            && !known.identity().equals(step.request().identity());
                    CandidateBulkRepository.Row row = row(step, known.identityVersion() + (corrected ? 1 : 0));
                    changed.add(row);
                    if (corrected) {
                        later.add(event(plan, row));
                    }
                }
                case UNCHANGED, REFUSED -> {}
            }
        }
        bulk.write(plan.siret(), plan.now(), caller.subject(), created, changed);
        outbox.appendFirst(first);
        outbox.appendAll(later);
    }

    private Step step(CandidateRequest request, CandidateBulkRepository.@Nullable Known known) {
        if (known == null) {
            return new Step(request, null, new Outcome(Effect.CREATED, Ids.next(), List.of(), List.of()));
        }
        CivilIdentity identity = request.identity();
        List<Finding> refusals = rules.judge(
                        IdentityRules.CHANGE, new IdentityFreezeRule.Change(known.frozen(), known.identity(), identity))
                .broken();
        if (!refusals.isEmpty()) {
            return new Step(request, known, new Outcome(Effect.REFUSED, known.id(), List.of(), refusals));
        }
        List<String> changes = changes(known, request);
        return new Step(
                request,
                known,
                new Outcome(changes.isEmpty() ? Effect.UNCHANGED : Effect.CHANGED, known.id(), changes, List.of()));
    }

    private static List<String> changes(CandidateBulkRepository.Known known, CandidateRequest request) {
        CivilIdentity before = known.identity();
        CivilIdentity after = request.identity();
        List<String> changes = new ArrayList<>();
        note(changes, "birthName", before.birthName(), after.birthName());
        note(changes, "usageName", before.usageName(), after.usageName());
        note(changes, "firstNames", before.firstNames(), after.firstNames());
        note(changes, "sex", before.sex(), after.sex());
        note(changes, "bornOn", before.bornOn(), after.bornOn());
        note(changes, "birthPlace.inseeCode", before.birthPlaceInsee(), after.birthPlaceInsee());
        note(changes, "birthPlace.label", before.birthPlaceLabel(), after.birthPlaceLabel());
        note(changes, "birthPlace.countryCode", before.birthPlaceCountry(), after.birthPlaceCountry());
        note(changes, "postalCode", known.postalCode(), request.postalCode());
        note(changes, "email", known.email(), request.email());
        note(changes, "employerSiret", known.employerSiret(), request.employerSiret());
        return changes;
    }

    private static void note(List<String> changes, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(field);
        }
    }

    private static CandidateBulkRepository.Row row(Step step, int identityVersion) {
        CandidateRequest r = step.request();
        return new CandidateBulkRepository.Row(
                Objects.requireNonNull(step.outcome().candidateId()),
                Objects.requireNonNull(r.externalRef()),
                identityVersion,
                r.postalCode(),
                r.email(),
                r.employerSiret(),
                r.identity());
    }

    private static CandidateIdentifiedEvent event(Plan plan, CandidateBulkRepository.Row row) {
        return CandidateIdentifiedEvent.of(
                row.id(), row.identityVersion(), row.externalRef(), plan.siret(), row.identity());
    }
}
