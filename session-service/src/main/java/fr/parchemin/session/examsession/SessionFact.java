package fr.parchemin.session.examsession;

import fr.parchemin.kit.outbox.OutboundEvent;

/** A fact about a session or about somebody in it: it leaves in order with the others of the session. */
public interface SessionFact extends OutboundEvent {

    /** The session as it is after the fact. */
    SessionSnapshot session();

    @Override
    default String topic() {
        return "parchemin.sessions";
    }

    @Override
    default String key() {
        return session().id().toString();
    }

    @Override
    default String subject() {
        return session().id().toString();
    }
}
