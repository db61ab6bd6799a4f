package fr.parchemin.kit.test.sample;

import fr.parchemin.kit.outbox.OutboundEvent;

/** Tells on {@code sample.notes} what was noted. */
public record SampleNotedEvent(String note, String text) implements OutboundEvent {

    public static final String TOPIC = "sample.notes";

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public String key() {
        return note;
    }

    @Override
    public String subject() {
        return note;
    }
}
