package fr.parchemin.results.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Has awards print a corrected identity (R123). */
@ApplicationScoped
public class CorrectAwards {

    private final AwardRepository awards;

    CorrectAwards(AwardRepository awards) {
        this.awards = awards;
    }

    /** The awards that printed the former version print the new one; returns their numbers. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<String> correct(UUID candidateId, int formerVersion, int version) {
        List<Award> concerned =
                awards.list("candidateId = ?1 and identityVersion = ?2 order by number", candidateId, formerVersion);
        concerned.forEach(a -> a.print(version));
        awards.flush();
        return concerned.stream().map(Award::number).toList();
    }
}
