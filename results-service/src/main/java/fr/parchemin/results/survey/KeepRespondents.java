package fr.parchemin.results.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;

/** Keeps whom surveys ask in step with the titles, within the transaction that changes these. */
@ApplicationScoped
public class KeepRespondents {

    private final RespondentRepository respondents;

    KeepRespondents(RespondentRepository respondents) {
        this.respondents = respondents;
    }

    /** These titles of one cohort were awarded: the surveys of it that still run ask their holders too. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void join(String certificationNumber, int year, Collection<String> awardNumbers) {
        respondents.askToo(certificationNumber, year, awardNumbers);
    }
}
