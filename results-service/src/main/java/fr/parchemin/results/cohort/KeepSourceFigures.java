package fr.parchemin.results.cohort;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Keeps what the register publishes beside our own figures (R128). */
@ApplicationScoped
public class KeepSourceFigures {

    private final CohortRepository cohorts;

    KeepSourceFigures(CohortRepository cohorts) {
        this.cohorts = cohorts;
    }

    /** All that it publishes of one certification now. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void take(String certificationNumber, List<SourceFigure> figures) {
        cohorts.replaceSource(certificationNumber, figures);
    }
}
