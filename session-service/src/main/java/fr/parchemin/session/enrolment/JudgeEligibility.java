package fr.parchemin.session.enrolment;

import fr.parchemin.session.approval.Period;
import fr.parchemin.session.approval.ReadApprovals;
import fr.parchemin.session.candidate.CandidateView;
import fr.parchemin.session.declarability.DeclarabilityRules;
import fr.parchemin.session.eligibility.Candidature;
import fr.parchemin.session.eligibility.EligibilityRules;
import fr.parchemin.session.eligibility.Places;
import fr.parchemin.session.examsession.DeclarationRules;
import fr.parchemin.session.examsession.ExamSession;
import fr.parchemin.session.examsession.GatherDeclaration;
import fr.parchemin.session.examsession.SessionInHand;
import fr.parchemin.session.holding.Holdings;
import fr.parchemin.session.holding.ReadHoldings;
import fr.parchemin.session.incident.FindBans;
import fr.parchemin.session.rules.RuleBook;
import fr.parchemin.session.rules.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gathers what the rules of an enrolment look at, and asks them. */
@ApplicationScoped
class JudgeEligibility {

    private final EnrolmentRepository enrolments;
    private final ReadApprovals approvals;
    private final ReadHoldings holdings;
    private final FindBans bans;
    private final GatherDeclaration declaration;
    private final RuleBook rules;

    JudgeEligibility(
            EnrolmentRepository enrolments,
            ReadApprovals approvals,
            ReadHoldings holdings,
            FindBans bans,
            GatherDeclaration declaration,
            RuleBook rules) {
        this.enrolments = enrolments;
        this.approvals = approvals;
        this.holdings = holdings;
        this.bans = bans;
        this.declaration = declaration;
        this.rules = rules;
    }

    /**
     * As {@link #of}, for somebody who comes new: the title and the approval of the centre must still cover the session, a
     * place be left, and the civil status be one that a holder can be declared with.
     */
    Verdict toEnrol(SessionInHand inHand, CandidateView candidate, Enrolment.Path path) {
        Verdict verdict = rules.judge(DeclarationRules.STANDING, declaration.of(inHand))
                .and(of(inHand, candidate.id(), path, null))
                .and(rules.judge(DeclarabilityRules.ALL, DeclarabilityRules.facts(candidate)));
        Integer places = inHand.session().places();
        return places == null
                ? verdict
                : verdict.and(rules.judge(
                        EligibilityRules.PLACES,
                        new Places(
                                places,
                                Math.toIntExact(
                                        enrolments.taken(inHand.session().id())))));
    }

    /**
     * What the rules say.
     *
     * @param except the enrolment that is judged when it exists already
     */
    Verdict of(SessionInHand inHand, UUID candidateId, Enrolment.Path path, @Nullable UUID except) {
        ExamSession s = inHand.session();
        Holdings held = holdings.of(candidateId, s.certificationNumber());
        String provider = path.trainingProviderSiret();
        List<Period> agreements =
                provider == null ? List.of() : approvals.agreedPeriods(s.centreId(), provider, s.certificationNumber());
        return rules.judge(
                EligibilityRules.ALL,
                new Candidature(
                        s.type(),
                        s.target(),
                        s.startsOn(),
                        s.endsOn(),
                        s.centreSiret(),
                        inHand.certification(),
                        path.route(),
                        provider,
                        path.trainingStartedOn(),
                        path.trainingEndedOn(),
                        path.vaeAdmissibleSince(),
                        agreements,
                        held.blocks(),
                        held.title(),
                        held.outcomes(),
                        held.attempts(),
                        bans.of(candidateId),
                        enrolments.enrolled(s.id(), candidateId, except)));
    }
}
