package fr.parchemin.localstack.demo;

import java.io.Serial;

/** The journey cannot go on; the message is one sentence for the person who started it. */
public class JourneyException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public JourneyException(String message) {
        super(message);
    }

    public JourneyException(String message, Throwable cause) {
        super(message, cause);
    }
}
