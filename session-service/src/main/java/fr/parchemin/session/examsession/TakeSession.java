package fr.parchemin.session.examsession;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.session.centre.ReadCentres;
import fr.parchemin.session.certification.ReadCertification;
import fr.parchemin.session.rules.RuleBook;
import fr.parchemin.session.timeline.KeepAct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives use cases the session that a request names, when the caller may see it. */
@ApplicationScoped
public class TakeSession {

    private final SessionRepository sessions;
    private final ReadCentres centres;
    private final ReadCertification certifications;
    private final KeepAct acts;
    private final RuleBook rules;
    private final Caller caller;

    TakeSession(
            SessionRepository sessions,
            ReadCentres centres,
            ReadCertification certifications,
            KeepAct acts,
            RuleBook rules,
            Caller caller) {
        this.sessions = sessions;
        this.centres = centres;
        this.certifications = certifications;
        this.acts = acts;
        this.rules = rules;
        this.caller = caller;
    }

    /**
     * The session, to look at.
     *
     * @throws ProblemException 404 when it does not exist or is not the caller's to see
     */
    public SessionInHand toRead(UUID id) {
        return inHand(sessions.visible(id, SessionScope.of(caller, rules))
                .orElseThrow(() -> ProblemException.notFound("session", id)));
    }

    /**
     * The session, to change it or something in it: until the transaction ends nobody else does, so its events leave in
     * the order of its changes.
     *
     * @throws ProblemException 404 when it does not exist or is not the caller's to see
     */
    public SessionInHand toChange(UUID id) {
        return sessions.locked(id)
                .flatMap(s -> sessions.visible(id, SessionScope.of(caller, rules)))
                .map(this::inHand)
                .orElseThrow(() -> ProblemException.notFound("session", id));
    }

    /** The session that an event is about, to change it; empty when there is none. */
    public Optional<ExamSession> toFollow(UUID id) {
        return sessions.locked(id);
    }

    /**
     * Writes what was changed so far, so that views show its version, and keeps the act in the timeline.
     *
     * @param enrolmentId whom it is about, null when it is about the session
     * @param reason why, null when none was given
     */
    public void done(ExamSession session, SessionStep step, @Nullable UUID enrolmentId, @Nullable String reason) {
        sessions.flush();
        acts.keep(session.id(), step.name(), enrolmentId, session.state().name(), caller.subject(), reason);
    }

    /** Keeps in the timeline that the session has followed its record. */
    public void followed(ExamSession session, SessionStep step) {
        acts.keep(session.id(), step.name(), null, session.state().name(), "results-service", null);
    }

    /** Writes what was changed so far, so that views show its version. */
    public void flush() {
        sessions.flush();
    }

    private SessionInHand inHand(ExamSession session) {
        return new SessionInHand(
                session,
                centres.place(session.centreId(), session.siteId()).orElseThrow(),
                certifications.named(session.certificationNumber()));
    }
}
