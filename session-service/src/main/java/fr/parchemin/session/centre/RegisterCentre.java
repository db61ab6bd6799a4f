package fr.parchemin.session.centre;

import fr.parchemin.kit.Ids;
import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.session.Moments;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** Registers centres and their sites. */
@ApplicationScoped
class RegisterCentre {

    private final CentreRepository centres;
    private final SiteRepository sites;
    private final Clock clock;

    RegisterCentre(CentreRepository centres, SiteRepository sites, Clock clock) {
        this.centres = centres;
        this.sites = sites;
        this.clock = clock;
    }

    @Transactional
    @Idempotent
    CentreView centre(CentreRequest request) {
        Centre centre = new Centre(Ids.next(), request.siret(), request.name(), Moments.now(clock));
        centres.persistAndFlush(centre);
        Log.infof("centre %s registered", centre.id());
        return CentreView.of(centre);
    }

    @Transactional
    @Idempotent
    SiteView site(UUID centreId, SiteRequest request) {
        Centre centre =
                centres.findByIdOptional(centreId).orElseThrow(() -> ProblemException.notFound("centre", centreId));
        if (!ZoneId.getAvailableZoneIds().contains(request.timeZone())) {
            throw new ProblemException(
                    CommonProblem.INVALID_REQUEST,
                    "See violations.",
                    List.of(Violation.ofField("/timeZone", "An IANA time zone such as Europe/Paris.")));
        }
        ExamSite site = new ExamSite(
                Ids.next(),
                centre.id(),
                request.name(),
                request.addressLine(),
                request.postalCode(),
                request.city(),
                request.inseeCode(),
                request.timeZone());
        sites.persistAndFlush(site);
        Log.infof("site %s of centre %s registered", site.id(), centre.id());
        return SiteView.of(site);
    }
}
