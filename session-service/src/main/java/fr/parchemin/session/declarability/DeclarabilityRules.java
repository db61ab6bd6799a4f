package fr.parchemin.session.declarability;

import fr.parchemin.session.candidate.CandidateView;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSet;
import fr.parchemin.session.rules.RuleSheet;
import fr.parchemin.session.rules.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules of the declaration of holders that can be looked at when somebody enrols, long before the jury. They only warn. */
@ApplicationScoped
public class DeclarabilityRules implements RuleSet {

    /** In the order of their numbers. */
    public static final List<Rule<CivilStatus>> ALL =
            List.of(new BirthPlaceRule(), new SpellingRule(), new DeclarationFormatRule());

    private static final Set<String> NUMBERS =
            ALL.stream().map(Rule::sheet).map(RuleSheet::number).collect(Collectors.toUnmodifiableSet());

    @Override
    public List<Rule<CivilStatus>> rules() {
        return ALL;
    }

    /** What they look at. */
    public static CivilStatus facts(CandidateView c) {
        return new CivilStatus(
                c.birthName(),
                c.usageName(),
                c.firstNames(),
                c.bornOn(),
                c.birthPlace().inseeCode(),
                c.birthPlace().label(),
                c.birthPlace().countryCode());
    }

    /** Whether none of them is among the faults. */
    public static boolean declarable(Verdict verdict) {
        return Stream.concat(verdict.broken().stream(), verdict.warnings().stream())
                .noneMatch(f -> NUMBERS.contains(f.rule()));
    }
}
