package fr.parchemin.session.juror;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.session.Moments;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows jurors and accreditations. */
@ApplicationScoped
public class ReadJurors {

    private final JurorRepository jurors;
    private final AccreditationRepository accreditations;
    private final Clock clock;

    ReadJurors(JurorRepository jurors, AccreditationRepository accreditations, Clock clock) {
        this.jurors = jurors;
        this.accreditations = accreditations;
        this.clock = clock;
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

    /** @param expiringBefore only those whose last day lies from today on and before this day, null for all */
    Page<AccreditationView> ending(
            @Nullable String certificationNumber, @Nullable LocalDate expiringBefore, PageRequest page) {
        return Page.of(
                accreditations.ending(page, certificationNumber, Moments.today(clock), expiringBefore),
                page,
                a -> List.of(a.validTo().toString(), a.id().toString()),
                AccreditationView::of);
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
