package fr.parchemin.referentiel.feed;

import org.jspecify.annotations.Nullable;

/** The file is no feed, or breaks off: nothing after this point can be read. */
public final class FeedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FeedException(String message) {
        this(message, null);
    }

    FeedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
