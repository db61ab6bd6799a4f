package fr.parchemin.session.incident;

import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Rules that fraud reports, exclusions and bans keep. */
@ApplicationScoped
class FraudRules implements RuleSet {

    static final List<Rule<FraudReportRequest>> REPORT = List.of(new FraudWitnessRule(), new CandidateContinuesRule());
    static final List<Rule<BanRequest>> BAN = List.of(new BanLengthRule());

    static final List<Rule<BanTarget>> TARGET = List.of(new AccompliceRule());

    static final List<Rule<ReportBeforeExclusionRule.Exclusion>> EXCLUSION = List.of(new ReportBeforeExclusionRule());

    @Override
    public List<? extends Rule<?>> rules() {
        return Stream.of(REPORT, EXCLUSION, BAN, TARGET).flatMap(List::stream).toList();
    }
}
