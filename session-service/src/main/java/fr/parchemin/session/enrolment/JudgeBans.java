package fr.parchemin.session.enrolment;

import fr.parchemin.session.examsession.ExamSession;
import fr.parchemin.session.incident.FindBans;
import fr.parchemin.session.rules.RuleBook;
import fr.parchemin.session.rules.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Asks R25 again of somebody who is about to sit: the ban may have come after the summons. */
@ApplicationScoped
class JudgeBans {

    private static final List<BannedAtExamRule> RULE = List.of(new BannedAtExamRule());

    private final FindBans bans;
    private final RuleBook rules;

    JudgeBans(FindBans bans, RuleBook rules) {
        this.bans = bans;
        this.rules = rules;
    }

    Verdict judge(ExamSession session, UUID candidateId) {
        return rules.judge(
                RULE, new BannedAtExamRule.Sitting(session.startsOn(), session.endsOn(), bans.of(candidateId)));
    }
}
