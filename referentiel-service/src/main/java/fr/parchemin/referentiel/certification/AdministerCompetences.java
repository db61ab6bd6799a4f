package fr.parchemin.referentiel.certification;

import fr.parchemin.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Records what we add to a sheet: its acronym and the competences of its blocks, one by one. */
@ApplicationScoped
public class AdministerCompetences {

    private final CertificationRepository certifications;
    private final Event<SheetMemory.Changed> changed;
    private final Clock clock;

    AdministerCompetences(CertificationRepository certifications, Event<SheetMemory.Changed> changed, Clock clock) {
        this.certifications = certifications;
        this.changed = changed;
        this.clock = clock;
    }

    /**
     * Replaces the acronym and all competences.
     *
     * @param labels competences per block code, in the order that gives them their codes
     * @return whether anything differs from what was recorded
     * @throws ProblemException 404 when the certification is unknown
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean administer(String number, @Nullable String acronym, Map<String, List<String>> labels) {
        Certification certification = certifications
                .findByIdOptional(number)
                .orElseThrow(() -> ProblemException.notFound("certification", number));
        changed.fire(new SheetMemory.Changed());
        List<Competence> competences = new ArrayList<>();
        new TreeMap<>(labels).forEach((block, texts) -> {
            for (int i = 0; i < texts.size(); i++) {
                competences.add(new Competence(block, i + 1, texts.get(i)));
            }
        });
        return certification.administer(acronym, competences, clock.instant());
    }
}
