package fr.parchemin.session.enrolment;

/** Where an enrolment is in its life. */
public enum EnrolmentState {
    /** Counted in the session. */
    REGISTERED,
    /** Summoned with the session. */
    CONVOKED,
    /** Given up before the session opened; no attempt is counted. */
    WITHDRAWN,
    /** Here; the identity is frozen. */
    PRESENT,
    /** Did not come, or missed required events. */
    ABSENT,
    /** Every required event has a result. */
    EVALUATED,
    /** Excluded for fraud. */
    EXCLUDED,
    /** The jury has decided; not yet an award. */
    DECIDED,
    /** The result is known to the candidate. */
    NOTIFIED
}
