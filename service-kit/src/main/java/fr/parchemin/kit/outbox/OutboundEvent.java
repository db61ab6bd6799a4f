package fr.parchemin.kit.outbox;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A fact that this service tells the others. Implemented by the wire records {@code …Event}, whose components are the
 * JSON that leaves.
 */
public interface OutboundEvent {

    /** Kafka topic. */
    String topic();

    /** Record key: facts with the same key arrive in the order they were recorded. */
    String key();

    /** Id of the thing that the fact is about (CloudEvents {@code subject}). */
    String subject();

    /** {@code SessionDeclared} for the record {@code SessionDeclaredEvent}. */
    @JsonIgnore
    default String name() {
        String simple = getClass().getSimpleName();
        return simple.endsWith("Event") ? simple.substring(0, simple.length() - "Event".length()) : simple;
    }

    /** CloudEvents {@code type}: {@code fr.parchemin.SessionDeclared.v1}. */
    @JsonIgnore
    default String type() {
        return "fr.parchemin." + name() + ".v1";
    }
}
