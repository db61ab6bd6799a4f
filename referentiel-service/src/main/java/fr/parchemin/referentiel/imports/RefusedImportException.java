package fr.parchemin.referentiel.imports;

import org.jspecify.annotations.Nullable;

/** A file that cannot be taken as a whole; the message says what is wrong with it and what to do. */
final class RefusedImportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedImportException(String message) {
        this(message, null);
    }

    RefusedImportException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
