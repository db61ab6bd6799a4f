package fr.parchemin.kit.inbox;

/**
 * An event that needs something this service has not seen yet, such as a session for a certification still under way. It
 * is parked, with the later ones of its key behind it, and tried again until what it needs is there.
 */
public final class NotYetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotYetException(String missing) {
        super(missing);
    }
}
