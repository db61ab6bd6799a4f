package fr.parchemin.session.approval;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.security.Roles;
import fr.parchemin.session.Moments;
import fr.parchemin.session.centre.ReadCentres;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows approvals and conventions to those who may see the centre. */
@ApplicationScoped
public class ReadApprovals {

    private final ApprovalRepository approvals;
    private final ConventionRepository conventions;
    private final ReadCentres centres;
    private final Caller caller;
    private final Clock clock;

    ReadApprovals(
            ApprovalRepository approvals,
            ConventionRepository conventions,
            ReadCentres centres,
            Caller caller,
            Clock clock) {
        this.approvals = approvals;
        this.conventions = conventions;
        this.centres = centres;
        this.caller = caller;
        this.clock = clock;
    }

    Page<ApprovalView> approvals(UUID centreId, PageRequest page) {
        centres.visible(centreId);
        return Page.of(approvals.page(centreId, page), page, a -> List.of(a.id().toString()), ApprovalView::of);
    }

    /** @param expiringBefore only those whose last day lies from today on and before this day, null for all */
    Page<ApprovalView> ending(
            @Nullable String certificationNumber, @Nullable LocalDate expiringBefore, PageRequest page) {
        String siret = caller.has(Roles.AUTHORITY) ? null : caller.siret().orElse("");
        return Page.of(
                approvals.ending(page, siret, certificationNumber, Moments.today(clock), expiringBefore),
                page,
                a -> List.of(a.validTo().toString(), a.id().toString()),
                ApprovalView::of);
    }

    ApprovalView approval(UUID centreId, UUID id) {
        centres.visible(centreId);
        return approvals
                .findByIdOptional(id)
                .filter(a -> a.centreId().equals(centreId))
                .map(ApprovalView::of)
                .orElseThrow(() -> ProblemException.notFound("approval", id));
    }

    Page<ConventionView> conventions(UUID centreId, PageRequest page) {
        centres.visible(centreId);
        return Page.of(conventions.page(centreId, page), page, c -> List.of(c.id().toString()), ConventionView::of);
    }

    ConventionView convention(UUID centreId, UUID id) {
        centres.visible(centreId);
        return conventions
                .findByIdOptional(id)
                .filter(c -> c.centreId().equals(centreId))
                .map(ConventionView::of)
                .orElseThrow(() -> ProblemException.notFound("convention", id));
    }

    /**
     * Periods for which a centre is approved on a site for a certification.
     *
     * @param complement for this complementary certificate of it; null for the title
     */
    public List<Period> approvedPeriods(
            UUID centreId, UUID siteId, String certificationNumber, @Nullable String complement) {
        return approvals.of(centreId, siteId, certificationNumber).stream()
                .filter(a -> Objects.equals(a.complementCode(), complement))
                .map(a -> new Period(a.validFrom(), a.validTo()))
                .toList();
    }

    /** Periods of the conventions of a centre with a body about a certification. */
    public List<Period> agreedPeriods(UUID centreId, String trainingProviderSiret, String certificationNumber) {
        return conventions.with(centreId, trainingProviderSiret).stream()
                .filter(c -> c.certificationNumbers().contains(certificationNumber))
                .map(c -> new Period(c.validFrom(), c.validTo()))
                .toList();
    }
}
