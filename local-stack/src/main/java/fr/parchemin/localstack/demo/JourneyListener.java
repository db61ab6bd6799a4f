package fr.parchemin.localstack.demo;

/** Told how the journey goes on: the demonstration prints it, the system tests break something in between. */
public interface JourneyListener {

    /** Nobody listens. */
    JourneyListener SILENT = new JourneyListener() {};

    /**
     * A phase is about to begin.
     *
     * @param session name of the examination, empty outside any
     */
    default void before(Phase phase, String session) {}

    /**
     * A step is done.
     *
     * @param who the login that did it, or "anybody"
     * @param what in a few words
     * @param result state, number or finding that came of it
     */
    default void step(String who, String what, String result) {}
}
