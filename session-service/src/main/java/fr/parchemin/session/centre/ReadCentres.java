package fr.parchemin.session.centre;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows centres and sites: all to the authority, its own to a centre. */
@ApplicationScoped
public class ReadCentres {

    /** SIRET that no centre has: a token without one sees nothing. */
    private static final String NOBODY = "-";

    private final CentreRepository centres;
    private final SiteRepository sites;
    private final Caller caller;

    ReadCentres(CentreRepository centres, SiteRepository sites, Caller caller) {
        this.centres = centres;
        this.sites = sites;
        this.caller = caller;
    }

    Page<CentreView> list(PageRequest page) {
        String siret = caller.has(Roles.AUTHORITY) ? null : caller.siret().orElse(NOBODY);
        return Page.of(centres.page(page, siret), page, c -> List.of(c.id().toString()), CentreView::of);
    }

    /**
     * A centre that the caller may see.
     *
     * @throws ProblemException 404 otherwise
     */
    public CentreView visible(UUID id) {
        return centres.findByIdOptional(id)
                .filter(this::isVisible)
                .map(CentreView::of)
                .orElseThrow(() -> ProblemException.notFound("centre", id));
    }

    Page<SiteView> sites(UUID centreId, PageRequest page) {
        visible(centreId);
        return Page.of(sites.page(centreId, page), page, s -> List.of(s.id().toString()), SiteView::of);
    }

    SiteView site(UUID centreId, UUID siteId) {
        visible(centreId);
        return sites.ofCentre(centreId, siteId)
                .map(SiteView::of)
                .orElseThrow(() -> ProblemException.notFound("site", siteId));
    }

    /** A site with its centre, whoever asks; empty when the site is not one of the centre. */
    public Optional<Place> place(UUID centreId, UUID siteId) {
        return sites.ofCentre(centreId, siteId)
                .flatMap(site -> centres.findByIdOptional(centreId).map(centre -> Place.of(centre, site)));
    }

    /** Sites with their centres by the id of the site, whoever asks: two queries for any number. */
    public Map<UUID, Place> places(Set<UUID> siteIds) {
        List<ExamSite> found = siteIds.isEmpty() ? List.of() : sites.list("id in ?1", siteIds);
        Map<UUID, Centre> owners = found.isEmpty()
                ? Map.of()
                : centres
                        .list("id in ?1", found.stream().map(ExamSite::centreId).collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(Centre::id, Function.identity()));
        return found.stream()
                .collect(Collectors.toMap(
                        ExamSite::id, site -> Place.of(Objects.requireNonNull(owners.get(site.centreId())), site)));
    }

    /** The site with its address, whoever asks. */
    public Optional<SiteView> address(UUID centreId, UUID siteId) {
        return sites.ofCentre(centreId, siteId).map(SiteView::of);
    }

    /** Whether the caller acts for this centre. */
    public boolean isOwn(CentreView centre) {
        return caller.has(Roles.CENTRE)
                && caller.siret().filter(centre.siret()::equals).isPresent();
    }

    private boolean isVisible(Centre centre) {
        return caller.has(Roles.AUTHORITY) || isOwn(CentreView.of(centre));
    }
}
