package fr.parchemin.gateway.proxy;

/** A part of the system behind the door, with the name that callers are told when it fails. */
public enum Part {
    REFERENTIEL("The référentiel service"),
    SESSION("The session service"),
    RESULTS("The results service"),
    TOKENS("The identity provider");

    private final String label;

    Part(String label) {
        this.label = label;
    }

    /** How a sentence names the part. */
    public String label() {
        return label;
    }
}
