package fr.parchemin.kit.inbox;

import org.jspecify.annotations.Nullable;

/** An event that no number of attempts can make good. It is set aside as a dead letter and the rest goes on. */
public final class PoisonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PoisonException(String message) {
        this(message, null);
    }

    public PoisonException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
