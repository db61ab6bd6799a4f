package fr.parchemin.session.juror;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows jurors and accreditations. */
@ApplicationScoped
public class ReadJurors {

    private final JurorRepository jurors;
    private final AccreditationRepository accreditations;

    ReadJurors(JurorRepository jurors, AccreditationRepository accreditations) {
        this.jurors = jurors;
        this.accreditations = accreditations;
    }

    Page<JurorView> list(PageRequest page) {
        return Page.of(jurors.page(page), page, j -> List.of(j.id().toString()), JurorView::of);
    }

    JurorView juror(UUID id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("juror", id));
    }

    Page<AccreditationView> accreditations(UUID jurorId, PageRequest page) {
        juror(jurorId);
        return Page.of(
                accreditations.page(jurorId, page), page, a -> List.of(a.id().toString()), AccreditationView::of);
    }

    AccreditationView accreditation(UUID jurorId, UUID id) {
        return accreditations
                .findByIdOptional(id)
                .filter(a -> a.jurorId().equals(jurorId))
                .map(AccreditationView::of)
                .orElseThrow(() -> ProblemException.notFound("accreditation", id));
    }

    /** A juror that a request names. */
    public Optional<JurorView> find(UUID id) {
        return jurors.findByIdOptional(id).map(JurorView::of);
    }

    /** Accreditations of a juror for a certification, oldest first. */
    public List<AccreditationView> accreditationsFor(UUID jurorId, String certificationNumber) {
        return accreditations.of(jurorId, certificationNumber).stream()
                .map(AccreditationView::of)
                .toList();
    }
}
