package fr.parchemin.results.declaration;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.security.Roles;
import fr.parchemin.results.ProblemType;
import fr.parchemin.results.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows declarations: to a centre those of whom it examined, to the certifier and the authority all. */
@ApplicationScoped
class ReadDeclarations {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final DeclarationRepository declarations;
    private final FluxRepository fluxes;
    private final CdcTerms terms;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    ReadDeclarations(
            DeclarationRepository declarations,
            FluxRepository fluxes,
            CdcTerms terms,
            AuditTrail audit,
            Caller caller,
            Clock clock) {
        this.declarations = declarations;
        this.fluxes = fluxes;
        this.terms = terms;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Page<HolderView> holders(
            Declaration.@Nullable State state,
            @Nullable String certification,
            @Nullable String awardNumber,
            @Nullable LocalDate dueBy,
            PageRequest page) {
        LocalDate today = today();
        return Page.of(
                declarations.page(
                        page, new DeclarationRepository.Filter(centre(), state, certification, awardNumber, dueBy)),
                page,
                d -> List.of(d.dueOn().toString(), d.id().toString()),
                d -> HolderView.of(d, today));
    }

    @Transactional
    HolderView holder(UUID id) {
        return HolderView.of(concerned(id), today());
    }

    /** One declaration within the scope of the caller. */
    @Transactional
    Declaration concerned(UUID id) {
        String centre = centre();
        return declarations
                .findByIdOptional(id)
                .filter(d -> d.state() != Declaration.State.PENDING)
                .filter(d -> centre == null || centre.equals(d.centreSiret()))
                .orElseThrow(() -> ProblemException.notFound("declaration of a holder", id));
    }

    @Transactional
    DutiesView duties() {
        LocalDate today = today();
        LocalDate soon = terms.dueSoon(today);
        return new DutiesView(
                today, declarations.states(), declarations.dueBy(soon), soon, declarations.dueBy(today.minusDays(1)));
    }

    @Transactional
    Page<FluxView> files(@Nullable String certification, Flux.@Nullable State state, PageRequest page) {
        return Page.of(fluxes.page(page, certification, state), page, f -> List.of(f.id().toString()), FluxView::of);
    }

    @Transactional
    FluxView file(UUID id) {
        return FluxView.of(flux(id));
    }

    /**
     * A file that is built.
     *
     * @throws ProblemException 409 while it is not
     */
    @Transactional
    FluxView download(UUID id) {
        Flux flux = flux(id);
        if (flux.sha256() == null) {
            throw new ProblemException(
                    ProblemType.DECLARATION_STATE, "There is no file: it is %s.".formatted(flux.state()));
        }
        audit.read("declarationFileRead", "declarationFile", id.toString(), Map.of("passages", flux.passages()));
        return FluxView.of(flux);
    }

    /** Writes the bytes of a file that {@link #download} let through. */
    void write(UUID id, OutputStream out) throws IOException {
        fluxes.write(id, out);
    }

    @Transactional
    Page<FluxRepository.Place> passages(UUID id, PageRequest page) {
        flux(id);
        int after = page.first() ? 0 : page.after(0, Integer::parseInt);
        return Page.of(
                fluxes.places(id, after, page.fetch()), page, p -> List.of(String.valueOf(p.position())), p -> p);
    }

    @Transactional
    List<ReceiptView> receipts(UUID id) {
        flux(id);
        return fluxes.receipts(id);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PARIS);
    }

    private Flux flux(UUID id) {
        return fluxes.findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("declaration", id));
    }

    /** The centre that asks; null for who sees all. */
    private @Nullable String centre() {
        return caller.has(Roles.CERTIFIER) || caller.has(Roles.AUTHORITY)
                ? null
                : caller.siret().orElse("");
    }
}
