package fr.parchemin.session.jury;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/** R52 (RG2008 §3.1): a juror who works, worked or trained in the same company or body as a candidate does not take part in the deliberation on that candidate. A juror who works for the employer of the candidate, or for the body that trained them, is found by the SIRET without anybody declaring it. */
final class SameEmployerRule implements Rule<Pair> {

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
                && (employer.equals(facts.candidateEmployer()) || employer.equals(facts.trainingBody()));
        return same || facts.declared() == Ground.SAME_EMPLOYER
                ? List.of("%s works or worked in the same body as the candidate.".formatted(facts.jurorName()))
                : List.of();
    }
}
