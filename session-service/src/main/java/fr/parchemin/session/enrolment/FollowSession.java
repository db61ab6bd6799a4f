package fr.parchemin.session.enrolment;

import fr.parchemin.session.examsession.SessionInHand;
import fr.parchemin.session.rules.Finding;
import fr.parchemin.session.rules.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Takes enrolments along when their session moves. */
@ApplicationScoped
public class FollowSession {

    private final EnrolmentRepository enrolments;
    private final JudgeEligibility judge;

    FollowSession(EnrolmentRepository enrolments, JudgeEligibility judge) {
        this.enrolments = enrolments;
        this.judge = judge;
    }

    /** What the rules say of every enrolment of the session as it stands; messages name the enrolment. */
    public Verdict eligibility(SessionInHand inHand) {
        Verdict verdict = Verdict.clear();
        for (Enrolment e : enrolments.active(inHand.session().id())) {
            Verdict own = judge.of(inHand, e.candidateId(), e.path(), e.id());
            verdict = verdict.and(new Verdict(
                    own.broken().stream().map(f -> named(f, e)).toList(),
                    own.warnings().stream().map(f -> named(f, e)).toList()));
        }
        return verdict;
    }

    /** The session is summoned. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void summoned(UUID sessionId) {
        enrolments.active(sessionId).forEach(Enrolment::summon);
    }

    /** The session has new days. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void postponed(UUID sessionId) {
        enrolments.active(sessionId).forEach(Enrolment::unsummon);
    }

    /** The session is not held: its enrolments are released, no attempt is counted. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void cancelled(UUID sessionId) {
        enrolments.active(sessionId).forEach(Enrolment::release);
    }

    /** The cancellation is undone: its enrolments are as before. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void resumed(UUID sessionId) {
        enrolments.list("sessionId", sessionId).forEach(Enrolment::takeBack);
    }

    /** The record is drawn up. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void evaluated(UUID sessionId) {
        enrolments.active(sessionId).forEach(Enrolment::evaluated);
    }

    /** The record is signed by every juror present. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void decided(UUID sessionId) {
        enrolments.active(sessionId).forEach(Enrolment::decided);
    }

    /** The results are notified. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void notified(UUID sessionId) {
        enrolments.active(sessionId).forEach(Enrolment::notified);
    }

    private static Finding named(Finding f, Enrolment e) {
        return new Finding(f.rule(), "Enrolment " + e.id() + ": " + f.message());
    }
}
