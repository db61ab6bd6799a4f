package fr.parchemin.results.certification;

import fr.parchemin.kit.inbox.NotYetException;
import fr.parchemin.results.cohort.KeepSourceFigures;
import fr.parchemin.results.cohort.SourceFigure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Keeps what the référentiel tells, version of plan by version of plan, and finds it again. */
@ApplicationScoped
public class CopyCertification {

    private final CertificationVersionRepository versions;
    private final CertificationSheetRepository sheets;
    private final KeepSourceFigures figures;

    CopyCertification(
            CertificationVersionRepository versions, CertificationSheetRepository sheets, KeepSourceFigures figures) {
        this.versions = versions;
        this.sheets = sheets;
        this.figures = figures;
    }

    /** @param sequence the later of two snapshots of a certification has the higher one */
    record Told(CertificationEvent snapshot, long sequence) {}

    /**
     * Takes snapshots in, in the order told. Of one that comes after a later one (a dead letter that is replayed) nothing counts
     * but a version of a plan that was not known. One without a plan cannot be examined, and may be what a candidate holds blocks of.
     *
     * @return those by which the rows that say what corresponds with what are others than before
     */
    @Transactional
    List<CertificationEvent> take(List<Told> all) {
        List<Told> some =
                all.stream().filter(t -> t.snapshot().concernsCandidates()).toList();
        Map<String, CertificationSheet> known = new HashMap<>(
                sheets(some.stream().map(t -> t.snapshot().number()).collect(Collectors.toSet())));
        Map<String, List<SourceFigure>> published = new HashMap<>();
        List<CertificationEvent> otherRows = new ArrayList<>();
        for (Told told : some) {
            CertificationEvent event = told.snapshot();
            CertificationSheet sheet = known.get(event.number());
            boolean late = sheet != null && told.sequence() < sheet.sequence();
            takePlan(event, late);
            if (late) {
                continue;
            }
            if (keep(told, known)) {
                otherRows.add(event);
            }
            if (event.statistics() != null) {
                published.put(event.number(), event.statistics());
            }
        }
        figures.take(published);
        return otherRows;
    }

    private boolean keep(Told told, Map<String, CertificationSheet> known) {
        CertificationSheet sheet = known.get(told.snapshot().number());
        if (sheet == null) {
            sheet = new CertificationSheet(told);
            sheets.persist(sheet);
            known.put(sheet.number(), sheet);
            return !sheet.correspondences().isEmpty();
        }
        Object before = List.of(sheet.correspondences(), sheet.predecessors(), sheet.successors());
        sheet.refresh(told);
        return !before.equals(List.of(sheet.correspondences(), sheet.predecessors(), sheet.successors()));
    }

    private void takePlan(CertificationEvent event, boolean late) {
        CertificationEvent.VersionedPlan told = event.plan();
        if (told == null) {
            return;
        }
        Plan plan = new Plan(
                told.targets(), told.documentChecks(), told.complements() == null ? List.of() : told.complements());
        CertificationVersion.Key key = new CertificationVersion.Key(event.number(), told.version());
        versions.findByIdOptional(key)
                .ifPresentOrElse(
                        v -> {
                            if (!late) {
                                v.refresh(event.title(), event.blocks(), plan);
                            }
                        },
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

    /** What is known of these titles; those never told of are left out. */
    @Transactional
    public Map<String, CertificationSheet> sheets(Collection<String> numbers) {
        return numbers.isEmpty()
                ? Map.of()
                : sheets.list("number in ?1", numbers).stream()
                        .collect(Collectors.toMap(CertificationSheet::number, sheet -> sheet));
    }

    /** The titles for which the register declares correspondences: seldom more than some dozen. */
    @Transactional
    public List<CertificationSheet> corresponding() {
        return sheets.corresponding();
    }
}
