package fr.parchemin.results.declaration;

import fr.parchemin.results.declaration.Declaration.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keeps declarations in step with the titles that they are of: each change of an award tells here, in its own transaction, so
 * that no holder is ever forgotten.
 */
@ApplicationScoped
public class KeepDeclarations {

    private final DeclarationRepository declarations;
    private final PassageRepository passages;
    private final CdcTerms terms;
    private final EntityManager entities;
    private final Clock clock;

    KeepDeclarations(
            DeclarationRepository declarations,
            PassageRepository passages,
            CdcTerms terms,
            EntityManager entities,
            Clock clock) {
        this.declarations = declarations;
        this.passages = passages;
        this.terms = terms;
        this.entities = entities;
        this.clock = clock;
    }

    /** A title is awarded: the time allowed runs from its day (D1). */
    @Transactional(Transactional.TxType.MANDATORY)
    public void begin(Declarable title) {
        declarations.persist(new Declaration(title, terms.dueOn(title.awardedOn()), now()));
    }

    /** The titles are notified: from here on they may be told outside. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void release(Collection<String> awardNumbers) {
        check(declarations.current(awardNumbers).stream()
                .filter(d -> d.state() == Declaration.State.PENDING)
                .toList());
    }

    /** A title ended, for a reason that may be told outside. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void end(String awardNumber, LocalDate on, String reason) {
        declarations.current(awardNumber).ifPresent(d -> d.end(on, reason, terms.deleteOnWithdrawal(), now()));
    }

    /**
     * The titles print another version of the identity. What was not sent goes with it; what was, is declared again by
     * another {@code idTechnique}, and deleted there under the old one (D10, R123).
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void identify(Collection<String> awardNumbers, int version, LocalDate on, String reason) {
        for (Declaration declaration : declarations.current(awardNumbers)) {
            switch (declaration.state()) {
                case PENDING -> declaration.identify(version);
                case READY, SET_ASIDE, REJECTED -> {
                    declaration.identify(version);
                    check(List.of(declaration));
                }
                case IN_FLUX, DEPOSITED, ACCEPTED -> {
                    Declaration next = declaration.again(version, now());
                    declaration.end(on, reason, terms.deleteOnWithdrawal(), now());
                    // The one that ended leaves the unique index before its successor enters it.
                    entities.flush();
                    declarations.persist(next);
                    check(List.of(next));
                }
                default -> {
                    // Not to be declared: who holds it is of no concern there.
                }
            }
        }
    }

    /** Looks at each: ready when it would be taken in, set aside with what keeps it from that otherwise. */
    @Transactional(Transactional.TxType.MANDATORY)
    void check(Collection<Declaration> some) {
        if (some.isEmpty()) {
            return;
        }
        entities.flush();
        Map<Object, Passage> told = passages
                .of(some.stream().map(Declaration::id).toList())
                .stream()
                .collect(Collectors.toMap(Passage::id, Function.identity()));
        Instant now = now();
        for (Declaration declaration : some) {
            Passage passage = told.get(declaration.id());
            declaration.checked(
                    passage == null
                            ? List.of(new Fault("identity", "R134", "The identity is not kept any more: waive it."))
                            : PassagePolicy.faults(passage),
                    now);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
