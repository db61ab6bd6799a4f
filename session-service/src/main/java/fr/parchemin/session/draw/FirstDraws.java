package fr.parchemin.session.draw;

import fr.parchemin.session.certification.AssessmentPlan;
import fr.parchemin.session.certification.ReadCertification;
import fr.parchemin.session.examsession.ExamSession;
import fr.parchemin.session.rules.RuleBook;
import fr.parchemin.session.rules.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;

/** What everybody in a session will draw, and whether the kit has it: once the session is open its situations are fixed. */
@ApplicationScoped
public class FirstDraws {

    private final ReadCertification certifications;
    private final RuleBook rules;

    FirstDraws(ReadCertification certifications, RuleBook rules) {
        this.certifications = certifications;
        this.rules = rules;
    }

    /** What R80 says of the situations, for every event with a draw. */
    public Verdict judge(ExamSession session) {
        Verdict verdict = Verdict.clear();
        for (DrawFacts facts : of(session)) {
            verdict = verdict.and(rules.judge(DrawRules.SITUATIONS, facts));
        }
        return verdict;
    }

    /** The draws of one candidate, an event each; none where the plan knows none. */
    List<DrawFacts> of(ExamSession session) {
        return certifications
                .plan(session.certificationNumber(), Objects.requireNonNull(session.planVersion()))
                .flatMap(plan -> plan.target(session.target()))
                .map(AssessmentPlan.Target::events)
                .orElse(List.of())
                .stream()
                .map(e -> new DrawFacts(session.target(), e.code(), e, session.situations(), 0, null))
                .filter(facts -> !facts.types().isEmpty())
                .toList();
    }
}
