package fr.parchemin.session.jury;

import fr.parchemin.kit.Ids;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.session.Moments;
import fr.parchemin.session.approval.Period;
import fr.parchemin.session.candidate.CandidateView;
import fr.parchemin.session.candidate.ReadCandidates;
import fr.parchemin.session.enrolment.EnrolmentView;
import fr.parchemin.session.enrolment.ReadEnrolments;
import fr.parchemin.session.examsession.ExamSession;
import fr.parchemin.session.examsession.JuryMember;
import fr.parchemin.session.examsession.SessionInHand;
import fr.parchemin.session.examsession.SessionStep;
import fr.parchemin.session.juror.JurorView;
import fr.parchemin.session.juror.ReadJurors;
import fr.parchemin.session.rules.RuleBook;
import fr.parchemin.session.rules.Verdict;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks the rules about the jury of a session, and finds conflicts of interest in the data. */
@ApplicationScoped
public class JudgeJury {

    private final ReadJurors jurors;
    private final ReadEnrolments enrolments;
    private final ReadCandidates candidates;
    private final RecusalRepository recusals;
    private final RuleBook rules;
    private final Outbox outbox;
    private final Clock clock;

    JudgeJury(
            ReadJurors jurors,
            ReadEnrolments enrolments,
            ReadCandidates candidates,
            RecusalRepository recusals,
            RuleBook rules,
            Outbox outbox,
            Clock clock) {
        this.jurors = jurors;
        this.enrolments = enrolments;
        this.candidates = candidates;
        this.recusals = recusals;
        this.rules = rules;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Whether the members may sit at all. */
    Verdict appointment(SessionInHand inHand) {
        return rules.judge(JuryRules.APPOINTMENT, facts(inHand, null));
    }

    /** Whether the jury is complete: what a summons needs. */
    Verdict completeness(SessionInHand inHand) {
        return rules.judge(JuryRules.COMPLETE, facts(inHand, null));
    }

    /** Everything that a summons asks of the jury. */
    public Verdict forSummons(SessionInHand inHand) {
        return appointment(inHand).and(completeness(inHand));
    }

    /** Whether enough of the jury came; that a candidate has too few of those who came only warns. */
    public Verdict forOpening(SessionInHand inHand, Set<UUID> present) {
        JuryFacts facts = facts(inHand, present);
        Verdict perCandidate = rules.judge(JuryRules.PRESENCE_PER_CANDIDATE, facts);
        return rules.judge(JuryRules.PRESENCE, facts).and(new Verdict(List.of(), perCandidate.all()));
    }

    /** Records the conflicts that the data show and nobody has declared (R52), and tells of them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void findConflicts(SessionInHand inHand) {
        ExamSession session = inHand.session();
        List<Recusal> known = recusals.of(session.id());
        for (EnrolmentView enrolment : enrolments.active(session.id())) {
            CandidateView candidate = candidates.known(enrolment.candidateId());
            for (JuryMember member : session.jury()) {
                boolean recorded = known.stream()
                        .anyMatch(r -> r.jurorId().equals(member.jurorId())
                                && r.enrolmentId().equals(enrolment.id()));
                JurorView juror = jurors.find(member.jurorId()).orElseThrow();
                if (!recorded && excludes(juror, candidate, enrolment, null)) {
                    record(
                            inHand,
                            member.jurorId(),
                            enrolment,
                            Ground.SAME_EMPLOYER,
                            DeclaredBy.SYSTEM,
                            true,
                            "system");
                }
            }
        }
    }

    /** Whether a rule that blocks keeps the juror from judging the candidate. */
    boolean excludes(JurorView juror, CandidateView candidate, EnrolmentView enrolment, @Nullable Ground declared) {
        Pair pair = new Pair(
                juror.lastName() + " " + juror.firstName(),
                juror.employerSiret(),
                candidate.employerSiret(),
                enrolment.trainingProviderSiret(),
                declared);
        return !rules.judge(JuryRules.CONFLICTS, pair).broken().isEmpty();
    }

    /** Records a conflict and tells of it when it excludes. */
    Recusal record(
            SessionInHand inHand,
            UUID jurorId,
            EnrolmentView enrolment,
            Ground ground,
            DeclaredBy declaredBy,
            boolean excludes,
            String author) {
        Recusal recusal = new Recusal(
                Ids.next(),
                inHand.session().id(),
                jurorId,
                enrolment.id(),
                ground,
                declaredBy,
                excludes,
                author,
                Moments.now(clock));
        recusals.persistAndFlush(recusal);
        if (excludes) {
            outbox.append(new JurorRecusedEvent(inHand.snapshot(), jurorId, enrolment.id(), enrolment.candidateId()));
        }
        Log.infof("juror %s recused for enrolment %s: %s", jurorId, enrolment.id(), ground);
        return recusal;
    }

    /** The jury as callers see it, with what is missing. */
    JuryView view(SessionInHand inHand) {
        ExamSession session = inHand.session();
        return new JuryView(
                session.id(),
                session.juryVersion(),
                session.jury().stream()
                        .map(m -> {
                            JurorView juror = jurors.find(m.jurorId()).orElseThrow();
                            return new JuryView.Member(
                                    m.jurorId(),
                                    juror.lastName(),
                                    juror.firstName(),
                                    m.charterAcceptedOn(),
                                    m.present());
                        })
                        .toList(),
                session.warnings(SessionStep.APPOINT_JURY));
    }

    private JuryFacts facts(SessionInHand inHand, @Nullable Set<UUID> present) {
        ExamSession s = inHand.session();
        List<JuryFacts.Member> members = new ArrayList<>();
        for (JuryMember m : s.jury()) {
            JurorView juror = jurors.find(m.jurorId()).orElseThrow();
            members.add(new JuryFacts.Member(
                    m.jurorId(),
                    juror.lastName(),
                    juror.firstName(),
                    jurors.accreditationsFor(m.jurorId(), s.certificationNumber()).stream()
                            .map(a -> new Period(a.validFrom(), a.validTo()))
                            .toList(),
                    m.charterAcceptedOn()));
        }
        List<Recusal> known = recusals.of(s.id());
        List<JuryFacts.Seat> seats = new ArrayList<>();
        for (EnrolmentView e : enrolments.active(s.id())) {
            CandidateView c = candidates.known(e.candidateId());
            Set<UUID> excluded = known.stream()
                    .filter(Recusal::excludes)
                    .filter(r -> r.enrolmentId().equals(e.id()))
                    .map(Recusal::jurorId)
                    .collect(Collectors.toCollection(HashSet::new));
            seats.add(new JuryFacts.Seat(e.id(), c.birthName(), c.usageName(), c.firstNames(), excluded));
        }
        return new JuryFacts(
                s.certificationNumber(),
                inHand.certification().registrationEndsOn(),
                s.startsOn(),
                s.endsOn(),
                s.today(clock),
                s.manager(),
                members,
                present,
                seats);
    }
}
