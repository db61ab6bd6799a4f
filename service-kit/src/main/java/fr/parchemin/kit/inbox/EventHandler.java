package fr.parchemin.kit.inbox;

/** What a consumer does with the events of its channel. Implemented by the {@code …Consumer} of a feature. */
public interface EventHandler {

    /** Name of the consumer: with the event id it makes sure that an effect happens once. Never change it. */
    String name();

    /**
     * Applies one event, inside the transaction that also notes it as seen. Types that do not matter here are ignored.
     *
     * @throws NotYetException when something it needs is not there yet
     * @throws PoisonException when it can never be applied
     */
    void apply(IncomingEvent event);
}
