package fr.parchemin.kit.problem;

/**
 * One entry of a catalogue of problems. Each service keeps its own entries in an enum {@code ProblemType} that implements
 * this interface; those that any service can meet are in {@link CommonProblem}.
 */
public interface ProblemKind {

    /** Last part of the {@code type} URI, in kebab case, stable once published. */
    String slug();

    /** Short sentence that does not change from one occurrence to the next. */
    String title();

    /** HTTP status, 400 to 599. */
    int status();

    /** Who can do something about it. */
    Audience audience();

    /** When sending the same request again makes sense. */
    Retry retry();

    /** Who can do something about a problem. */
    enum Audience {
        /** Whoever wrote the calling program. */
        DEVELOPER,
        /** Whoever entered the data. */
        DATA,
        /** Whoever runs the services. */
        OPERATOR
    }

    /** When sending the same request again makes sense. */
    enum Retry {
        NEVER("never"),
        AFTER_FIX("after-fix"),
        LATER("later");

        private final String code;

        Retry(String code) {
            this.code = code;
        }

        /** The word on the wire. */
        public String code() {
            return code;
        }
    }
}
