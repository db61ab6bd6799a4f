package fr.parchemin.localstack;

/** Something that whoever runs the system can put right; the message is one complete sentence for them. */
public final class StackException extends RuntimeException {

    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
