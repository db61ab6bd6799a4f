package fr.parchemin.session.jury;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** R52 (RG2008 §3.1): a juror who works, worked or trained in the same company or body as a candidate does not take part in the deliberation on that candidate. A juror who works for the employer of the candidate, or for the body that trained them, is found by the SIREN, the first nine digits of the SIRET, without anybody declaring it: two establishments are one company. */
final class SameEmployerRule implements Rule<Pair> {

    private static final int SIREN = 9;
    private static final RuleSheet SHEET = RuleSheet.of(
            "R52",
            Certainty.OLD,
            "RG2008 §3.1",
            "A juror who works, worked or trained in the same company or body as a candidate does not take part in the deliberation on that candidate.");

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Pair facts, Parameters parameters) {
        String employer = facts.jurorEmployer();
        boolean same = employer != null
                && (sameCompany(employer, facts.candidateEmployer()) || sameCompany(employer, facts.trainingBody()));
        return same || facts.declared() == Ground.SAME_EMPLOYER
                ? List.of("%s works or worked in the same body as the candidate.".formatted(facts.jurorName()))
                : List.of();
    }

    private static boolean sameCompany(String employer, @Nullable String body) {
        return body != null && body.regionMatches(0, employer, 0, SIREN);
    }
}
