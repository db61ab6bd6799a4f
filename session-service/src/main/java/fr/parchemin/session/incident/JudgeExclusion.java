package fr.parchemin.session.incident;

import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.security.Roles;
import fr.parchemin.session.rules.RuleBook;
import fr.parchemin.session.rules.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Says whether a candidate may be excluded for fraud: by whom (R119), and after which report (R115). */
@ApplicationScoped
public class JudgeExclusion {

    private final FraudReportRepository reports;
    private final RuleBook rules;
    private final Caller caller;

    JudgeExclusion(FraudReportRepository reports, RuleBook rules, Caller caller) {
        this.reports = reports;
        this.rules = rules;
        this.caller = caller;
    }

    /**
     * What R115 says of it.
     *
     * @throws ProblemException 403 for a juror: the jury decides nothing on a fraud
     */
    public Verdict judge(UUID sessionId, UUID enrolmentId, UUID candidateId) {
        if (!caller.has(Roles.CENTRE) && !caller.has(Roles.AUTHORITY)) {
            throw new ProblemException(
                    CommonProblem.FORBIDDEN,
                    "The jury decides nothing on a fraud (R119): the responsable de session records an exclusion.");
        }
        return rules.judge(
                FraudRules.EXCLUSION,
                new ReportBeforeExclusionRule.Exclusion(reports.names(sessionId, enrolmentId, candidateId)));
    }
}
