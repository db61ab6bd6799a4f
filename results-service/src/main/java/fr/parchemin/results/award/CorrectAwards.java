package fr.parchemin.results.award;

import fr.parchemin.results.declaration.KeepDeclarations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Has awards print a corrected identity (R123). */
@ApplicationScoped
public class CorrectAwards {

    private final AwardRepository awards;
    private final KeepDeclarations declarations;

    CorrectAwards(AwardRepository awards, KeepDeclarations declarations) {
        this.awards = awards;
        this.declarations = declarations;
    }

    /** The awards that printed the former version print the new one; returns their numbers. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<String> correct(UUID candidateId, int formerVersion, int version, LocalDate on, String reason) {
        List<Award> concerned =
                awards.list("candidateId = ?1 and identityVersion = ?2 order by number", candidateId, formerVersion);
        concerned.forEach(a -> a.print(version));
        awards.flush();
        List<String> numbers = concerned.stream().map(Award::number).toList();
        declarations.identify(numbers, version, on, reason);
        return numbers;
    }
}
