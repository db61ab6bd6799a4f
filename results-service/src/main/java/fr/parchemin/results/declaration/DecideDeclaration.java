package fr.parchemin.results.declaration;

import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.results.ProblemType;
import fr.parchemin.results.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people decide on the declaration of one holder: to try again, to dispute a rejection, to do it by hand or not at all. */
@ApplicationScoped
class DecideDeclaration {

    private final ReadDeclarations read;
    private final KeepDeclarations keep;
    private final AuditTrail audit;
    private final EntityManager entities;
    private final Clock clock;

    DecideDeclaration(
            ReadDeclarations read, KeepDeclarations keep, AuditTrail audit, EntityManager entities, Clock clock) {
        this.read = read;
        this.keep = keep;
        this.audit = audit;
        this.entities = entities;
        this.clock = clock;
    }

    /** The cause lay elsewhere and is gone: checked again, it goes with the next file. */
    @Transactional
    @Idempotent
    HolderView retry(UUID id, String reason) {
        Declaration declaration =
                in(id, Declaration.State.SET_ASIDE, Declaration.State.REJECTED, Declaration.State.DELETION_REJECTED);
        if (declaration.state() == Declaration.State.DELETION_REJECTED) {
            declaration.deletionChecked(List.of(), now());
        } else {
            keep.check(List.of(declaration));
        }
        return noted(declaration, "declarationRetried", reason);
    }

    /** Says what becomes of a rejection; a disputed one needs evidence and waits. */
    @Transactional
    @Idempotent
    HolderView treat(UUID id, Declaration.Treatment treatment, @Nullable String evidence) {
        Declaration declaration = in(id, Declaration.State.REJECTED, Declaration.State.DELETION_REJECTED);
        declaration.treat(treatment, evidence, now());
        return noted(declaration, "declarationTreated", treatment.name());
    }

    /** R140: not declared, by a reasoned decision that is counted. */
    @Transactional
    @Idempotent
    HolderView waive(UUID id, String reason) {
        Declaration declaration = in(id, Declaration.State.SET_ASIDE, Declaration.State.REJECTED);
        declaration.waive(reason, now());
        return noted(declaration, "declarationWaived", reason);
    }

    /** Deleted by the form of the portal: no file has to do it any more, and with schema 1.1.2 none could. */
    @Transactional
    @Idempotent
    HolderView delete(UUID id, String reason) {
        Declaration declaration = in(id, Declaration.State.DELETION_READY, Declaration.State.DELETION_REJECTED);
        declaration.deleted(reason, now());
        return noted(declaration, "declarationDeleted", reason);
    }

    private HolderView noted(Declaration declaration, String action, String reason) {
        audit.change(action, "declaration", declaration.id(), reason, Map.of("award", declaration.awardNumber()));
        entities.flush();
        return HolderView.of(declaration, read.today());
    }

    private Declaration in(UUID id, Declaration.State... allowed) {
        Declaration declaration = read.concerned(id);
        if (!Set.of(allowed).contains(declaration.state())) {
            throw new ProblemException(
                    ProblemType.DECLARATION_STATE,
                    "It is %s; this needs %s.".formatted(declaration.state(), List.of(allowed)));
        }
        return declaration;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
