package fr.parchemin.session.examsession;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.session.centre.ReadCentres;
import fr.parchemin.session.certification.ReadCertification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Gives use cases the session that a request names, when the caller may see it. */
@ApplicationScoped
public class TakeSession {

    private final SessionRepository sessions;
    private final ReadCentres centres;
    private final ReadCertification certifications;
    private final Caller caller;

    TakeSession(SessionRepository sessions, ReadCentres centres, ReadCertification certifications, Caller caller) {
        this.sessions = sessions;
        this.centres = centres;
        this.certifications = certifications;
        this.caller = caller;
    }

    /**
     * The session, to look at.
     *
     * @throws ProblemException 404 when it does not exist or is not the caller's to see
     */
    public SessionInHand toRead(UUID id) {
        return inHand(sessions.visible(id, SessionScope.of(caller))
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
                .flatMap(s -> sessions.visible(id, SessionScope.of(caller)))
                .map(this::inHand)
                .orElseThrow(() -> ProblemException.notFound("session", id));
    }

    /** The session that an event is about, to change it; empty when there is none. */
    public Optional<ExamSession> toFollow(UUID id) {
        return sessions.locked(id);
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
