package fr.parchemin.results.declaration;

import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.results.ProblemType;
import fr.parchemin.results.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The way of a file: ordered, deposited by hand on the portal (D20), refused, or given up, and answered by receipts. */
@ApplicationScoped
class FollowFlux {

    private final FluxRepository fluxes;
    private final DeclarationRepository declarations;
    private final CdcTerms terms;
    private final AuditTrail audit;
    private final EntityManager entities;
    private final Caller caller;
    private final Clock clock;

    FollowFlux(
            FluxRepository fluxes,
            DeclarationRepository declarations,
            CdcTerms terms,
            AuditTrail audit,
            EntityManager entities,
            Caller caller,
            Clock clock) {
        this.fluxes = fluxes;
        this.declarations = declarations;
        this.terms = terms;
        this.audit = audit;
        this.entities = entities;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    @Idempotent
    FluxView order(String certification, Flux.Action action, boolean resentOnly) {
        CdcTerms.Sender sender = terms.sender();
        List<Violation> broken = new ArrayList<>();
        if (action == Flux.Action.SUPPRESSION && !terms.schemaVersion().hasActions()) {
            broken.add(Violation.ofRule(
                    "D11",
                    "Schema %s has no deletions: set cdc.schema-version to 1.1.5, or delete by the form of the portal and record it by POST /v1/declarations/holders/{id}/deletion."
                            .formatted(terms.schemaVersion().number())));
        }
        Declaration.State waiting =
                action == Flux.Action.CREATION ? Declaration.State.READY : Declaration.State.DELETION_READY;
        if (declarations.waiting(certification, waiting, resentOnly) == 0) {
            broken.add(Violation.ofField(
                    "/certificationNumber",
                    "No declaration of %s is %s%s; %d are set aside."
                            .formatted(
                                    certification,
                                    waiting,
                                    resentOnly ? " and RESENT" : "",
                                    declarations.waiting(certification, Declaration.State.SET_ASIDE, false))));
        }
        if (!broken.isEmpty()) {
            throw ProblemException.rulesBroken(broken);
        }
        Flux flux = new Flux(certification, action, resentOnly, terms.schemaVersion(), sender, now(), caller.subject());
        fluxes.persistAndFlush(flux);
        audit.change(
                "declarationOrdered",
                "declarationFile",
                flux.id(),
                null,
                Map.of("certification", certification, "action", action, "resentOnly", resentOnly));
        return FluxView.of(flux);
    }

    @Transactional
    @Idempotent
    FluxView deposit(UUID id, @Nullable Instant depositedAt, @Nullable String reference, boolean outdated) {
        Flux flux = held(id, Flux.State.BUILT);
        long ended = outdated ? 0 : declarations.outdated(id);
        if (ended > 0) {
            throw new ProblemException(
                    ProblemType.DECLARATION_STATE,
                    "Passages out of date since it was built: %d of %d; their titles ended or their identities were corrected. Give it up (POST /v1/declarations/%s/discard) and order another one; if it is on the portal already, record the deposit with outdated: true."
                            .formatted(ended, flux.passages(), id));
        }
        Instant now = now();
        if (depositedAt != null && depositedAt.isAfter(now)) {
            throw ProblemException.rulesBroken(
                    List.of(Violation.ofField("/depositedAt", "A deposit is recorded once it was made.")));
        }
        flux.deposited(depositedAt == null ? now : depositedAt.truncatedTo(ChronoUnit.MICROS), reference, now);
        declarations.advance(id, Declaration.State.IN_FLUX, Declaration.State.DEPOSITED, now);
        declarations.advance(id, Declaration.State.DELETION_IN_FLUX, Declaration.State.DELETION_DEPOSITED, now);
        return changed(flux, "declarationDeposited", reference);
    }

    /** The receipt of the deposit refused the file as such: all of it can go with a new one (D3). */
    @Transactional
    @Idempotent
    FluxView refuse(UUID id, String message) {
        Flux flux = held(id, Flux.State.DEPOSITED);
        if (fluxes.answered(id)) {
            throw new ProblemException(
                    CommonProblem.CONFLICT,
                    "A receipt has verdicts on it: this file was not refused. Whom the receipts leave out is set free by POST /v1/declarations/%s/release."
                            .formatted(id));
        }
        flux.end(Flux.State.REFUSED, message, now());
        declarations.release(id, now());
        return changed(flux, "declarationRefused", message);
    }

    @Transactional
    @Idempotent
    FluxView discard(UUID id, String reason) {
        Flux flux = held(id, Flux.State.BUILDING, Flux.State.BUILT);
        flux.end(Flux.State.DISCARDED, reason, now());
        declarations.release(id, now());
        return changed(flux, "declarationDiscarded", reason);
    }

    /** No receipt will tell any more of whom the receipts leave out: they can go with a new one. */
    @Transactional
    @Idempotent
    FluxView release(UUID id, String reason) {
        Flux flux = held(id, Flux.State.DEPOSITED);
        if (!fluxes.answered(id)) {
            throw new ProblemException(
                    CommonProblem.CONFLICT,
                    "No receipt has a verdict on it: a file refused as such is a refusal, POST /v1/declarations/%s/refusal."
                            .formatted(id));
        }
        flux.end(Flux.State.PROCESSED, reason, now());
        int released = declarations.release(id, now());
        audit.change("declarationReleased", "declarationFile", id, reason, Map.of("released", released));
        entities.flush();
        return FluxView.of(flux);
    }

    /**
     * Takes in a receipt of processing. The same one a second time changes nothing.
     *
     * @throws ProblemException 422 naming what does not belong to this file, or contradicts what was received before
     */
    @Transactional
    FluxView receive(UUID id, Receipt receipt) {
        Flux flux = held(id, Flux.State.DEPOSITED, Flux.State.PROCESSED);
        List<Violation> broken = new ArrayList<>();
        if (!receipt.fluxId().equals(id.toString())) {
            broken.add(Violation.ofField("idFlux", "This receipt answers another file: " + receipt.fluxId() + '.'));
        } else {
            FluxRepository.Comparison compared = fluxes.compare(id, receipt.verdicts());
            compared.foreign().forEach(d -> broken.add(Violation.ofField("idTechnique", d + " is not in this file.")));
            compared.contrary()
                    .forEach(d -> broken.add(Violation.ofField(
                            "idTechnique",
                            d + " had the other verdict in an earlier receipt: ask the Caisse des Dépôts.")));
            compared.released()
                    .forEach(
                            d -> broken.add(
                                    Violation.ofField(
                                            "idTechnique",
                                            d
                                                    + " was left out by the earlier receipts and set free since: it goes with another file.")));
        }
        if (!broken.isEmpty()) {
            throw ProblemException.rulesBroken(broken);
        }
        Instant now = now();
        if (!fluxes.receive(id, receipt, now, caller.subject())) {
            return FluxView.of(flux);
        }
        long awaited = fluxes.record(id, receipt.verdicts());
        declarations.judge(id, terms.deleteOnWithdrawal(), now);
        if (awaited == 0) {
            flux.end(Flux.State.PROCESSED, null, now);
        }
        audit.change(
                "declarationAnswered",
                "declarationFile",
                id,
                null,
                Map.of("accepted", receipt.accepted(), "rejected", receipt.rejected(), "awaited", awaited));
        entities.flush();
        return FluxView.of(flux);
    }

    private FluxView changed(Flux flux, String action, @Nullable String reason) {
        audit.change(action, "declarationFile", flux.id(), reason, Map.of("file", flux.fileName()));
        entities.flush();
        return FluxView.of(flux);
    }

    private Flux held(UUID id, Flux.State... allowed) {
        Flux flux = fluxes.held(id).orElseThrow(() -> ProblemException.notFound("declaration", id));
        if (!Set.of(allowed).contains(flux.state())) {
            throw new ProblemException(
                    ProblemType.DECLARATION_STATE,
                    "It is %s; this needs %s.".formatted(flux.state(), List.of(allowed)));
        }
        return flux;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
