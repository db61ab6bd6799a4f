package fr.parchemin.session.candidate;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.security.Roles;
import fr.parchemin.kit.web.EntityTags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows candidates: to an organisation those it created, trained or examines, to the authority all. */
@ApplicationScoped
public class ReadCandidates {

    private static final String NOBODY = "-";

    private final CandidateRepository candidates;
    private final Caller caller;

    ReadCandidates(CandidateRepository candidates, Caller caller) {
        this.candidates = candidates;
        this.caller = caller;
    }

    Page<CandidateView> list(PageRequest page, @Nullable String externalRef) {
        List<Candidate> rows = candidates.page(page, scope(), externalRef);
        Map<UUID, CandidateIdentity> identities = candidates.identities(rows);
        return Page.of(
                rows,
                page,
                c -> List.of(c.id().toString()),
                c -> CandidateView.of(c, Objects.requireNonNull(identities.get(c.id()))));
    }

    CandidateView one(UUID id) {
        return visible(id).orElseThrow(() -> ProblemException.notFound("candidate", id));
    }

    CandidateView byExternalRef(String externalRef) {
        return candidates
                .byExternalRef(caller.siret().orElse(NOBODY), externalRef)
                .map(this::view)
                .orElseThrow(() -> ProblemException.notFound("candidate", externalRef));
    }

    /** A candidate that a request names and the caller may see. */
    public Optional<CandidateView> visible(UUID id) {
        String siret = scope();
        return candidates
                .findByIdOptional(id)
                .filter(c -> siret == null || candidates.isVisible(id, siret))
                .map(this::view);
    }

    /** Those of the candidates that the caller may see. */
    Set<UUID> visibleAmong(Set<UUID> ids) {
        String siret = scope();
        return siret == null || ids.isEmpty() ? ids : candidates.visibleAmong(ids, siret);
    }

    /** Candidates by their id, whoever asks: two queries for any number. */
    public Map<UUID, CandidateView> all(Collection<UUID> ids) {
        List<Candidate> found = ids.isEmpty() ? List.of() : candidates.list("id in ?1", ids);
        Map<UUID, CandidateIdentity> identities = candidates.identities(found);
        return found.stream()
                .map(c -> CandidateView.of(c, Objects.requireNonNull(identities.get(c.id()))))
                .collect(Collectors.toMap(CandidateView::id, Function.identity()));
    }

    /** A candidate, whoever asks. */
    public CandidateView known(UUID id) {
        return candidates.findByIdOptional(id).map(this::view).orElseThrow();
    }

    static String tag(CandidateView view) {
        return EntityTags.of("candidate", view.id(), view.version(), view.identityVersion());
    }

    private CandidateView view(Candidate candidate) {
        return CandidateView.of(candidate, candidates.identity(candidate.id(), candidate.identityVersion()));
    }

    private @Nullable String scope() {
        return caller.has(Roles.AUTHORITY) ? null : caller.siret().orElse(NOBODY);
    }
}
