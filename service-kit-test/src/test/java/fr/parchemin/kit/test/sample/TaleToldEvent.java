package fr.parchemin.kit.test.sample;

import fr.parchemin.kit.outbox.OutboundEvent;

/** Tells on {@code sample.tales} what {@link SampleConsumer} listens to. */
public record TaleToldEvent(String hero, String text, String mood) implements OutboundEvent {

    public static final String TOPIC = "sample.tales";

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public String key() {
        return hero;
    }

    @Override
    public String subject() {
        return hero;
    }
}
