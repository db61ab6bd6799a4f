package fr.parchemin.results.certification;

import fr.parchemin.kit.inbox.NotYetException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Keeps what the référentiel tells, version of plan by version of plan, and finds it again. */
@ApplicationScoped
public class CopyCertification {

    private final CertificationVersionRepository versions;

    CopyCertification(CertificationVersionRepository versions) {
        this.versions = versions;
    }

    /** Takes a snapshot in; one without a plan cannot be examined and is left. */
    @Transactional
    void take(CertificationEvent event) {
        CertificationEvent.VersionedPlan told = event.plan();
        if (told == null) {
            return;
        }
        Plan plan = new Plan(told.targets(), told.documentChecks());
        CertificationVersion.Key key = new CertificationVersion.Key(event.number(), told.version());
        versions.findByIdOptional(key)
                .ifPresentOrElse(
                        v -> v.refresh(event.title(), event.blocks(), plan),
                        () -> versions.persist(new CertificationVersion(key, event.title(), event.blocks(), plan)));
    }

    /**
     * The version under which a session is judged.
     *
     * @throws NotYetException when the référentiel's event has not arrived
     */
    public CertificationVersion version(String number, int planVersion) {
        return versions.findByIdOptional(new CertificationVersion.Key(number, planVersion))
                .orElseThrow(() -> new NotYetException("plan " + planVersion + " of " + number));
    }

    /** The version told last, for what does not depend on a session. */
    @Transactional
    public CertificationVersion latest(String number) {
        return versions.find("key.number = ?1 order by key.planVersion desc", number)
                .firstResultOptional()
                .orElseThrow(() -> new NotYetException("certification " + number));
    }
}
