package fr.parchemin.results.proof;

/** What was given is no credential that can be read; the message says what is wrong with it, in plain words. */
public final class MalformedException extends Exception {

    private static final long serialVersionUID = 1;

    public MalformedException(String message) {
        super(message);
    }

    MalformedException(String message, Throwable cause) {
        super(message, cause);
    }
}
