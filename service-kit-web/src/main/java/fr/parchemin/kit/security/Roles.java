package fr.parchemin.kit.security;

/** The roles that a token can carry (claim {@code roles}). */
public final class Roles {

    /** The body that owns certifications. */
    public static final String CERTIFIER = "certifier";
    /** Territorial representative of the ministry: approvals, accreditations, validation of records. */
    public static final String AUTHORITY = "authority";
    /** Approved centre, limited to its own SIRET. */
    public static final String CENTRE = "centre";
    /** Jury member, limited to the sessions they sit on. */
    public static final String JUROR = "juror";
    /** Training platform, limited to its own SIRET. */
    public static final String PLATFORM = "platform";
    /** Reads figures and pseudonymous results. */
    public static final String ANALYST = "analyst";
    /** Runs the services: dead letters and replays, no business data. */
    public static final String OPERATOR = "operator";

    private Roles() {}
}
