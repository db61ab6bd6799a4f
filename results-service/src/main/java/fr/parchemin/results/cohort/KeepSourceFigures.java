package fr.parchemin.results.cohort;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** Keeps what the register publishes beside our own figures (R128). */
@ApplicationScoped
public class KeepSourceFigures {

    private final CohortRepository cohorts;

    KeepSourceFigures(CohortRepository cohorts) {
        this.cohorts = cohorts;
    }

    /** All that it publishes of some certifications now, by number. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void take(Map<String, List<SourceFigure>> figures) {
        if (!figures.isEmpty()) {
            cohorts.replaceSource(figures);
        }
    }
}
