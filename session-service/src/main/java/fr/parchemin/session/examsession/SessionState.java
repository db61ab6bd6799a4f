package fr.parchemin.session.examsession;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Where a session is in its life. A centre brings it from {@code DRAFT} to {@code IN_PROGRESS}; from the closure on it
 * follows the record (procès-verbal), which the results service keeps.
 */
public enum SessionState {
    /** Everything editable, nothing leaves the centre. */
    DRAFT,
    /** The authority is informed; enrolments are open. */
    DECLARED,
    /** The sealed assessment kit (DTE) has arrived; the plan is frozen. */
    DTE_SENT,
    /** Candidates and jurors are summoned; the list is closed. */
    CONVOKED,
    /** Seals checked, the examination is under way. */
    IN_PROGRESS,
    /** The record is drawn up. */
    RESULTS_ENTERED,
    /** Every juror present has signed it. */
    PV_SIGNED,
    /** It is with the authority. */
    PV_SUBMITTED,
    /** The authority has sent it back. */
    RETURNED,
    /** The authority has validated it: decisions take effect. */
    VALIDATED,
    /** Results are known to candidates. */
    NOTIFIED,
    /** Read only. */
    ARCHIVED,
    /** Has new dates and must be declared again. */
    POSTPONED,
    /** Will not be held. */
    CANCELLED,
    /** Void by reasoned decision of the authority. */
    ANNULLED;

    /** Prepared or under way, and neither called off nor over. */
    public static final Set<SessionState> TO_BE_HELD =
            Set.of(DRAFT, DECLARED, DTE_SENT, CONVOKED, POSTPONED, IN_PROGRESS);

    /** States from which {@code step} may be taken. */
    static List<SessionState> before(SessionStep step) {
        return Arrays.stream(values()).filter(s -> s.allows(step)).toList();
    }

    /** Whether {@code step} may be taken from here. */
    public boolean allows(SessionStep step) {
        return switch (step) {
            case DECLARE -> this == DRAFT || this == POSTPONED;
            case ENROL -> this == DECLARED || this == DTE_SENT;
            case WITHDRAW -> this == DECLARED || this == DTE_SENT || this == CONVOKED || this == POSTPONED;
            case APPOINT_JURY -> this == DECLARED || this == DTE_SENT || this == CONVOKED || this == POSTPONED;
            case LIST_SITUATIONS ->
                this == DRAFT || this == DECLARED || this == DTE_SENT || this == CONVOKED || this == POSTPONED;
            case PLAN -> this == DECLARED || this == DTE_SENT || this == CONVOKED || this == IN_PROGRESS;
            case RECEIVE_KIT -> this == DECLARED;
            case SUMMON -> this == DTE_SENT;
            case OPEN -> this == CONVOKED;
            case RECORD_ATTENDANCE, DRAW, PRESENT_DOCUMENT, CLOSE -> this == IN_PROGRESS;
            case RECUSE ->
                this == DECLARED || this == DTE_SENT || this == CONVOKED || this == POSTPONED || this == IN_PROGRESS;
            case POSTPONE -> this == DECLARED || this == DTE_SENT || this == CONVOKED;
            case CANCEL ->
                this == DRAFT || this == DECLARED || this == DTE_SENT || this == CONVOKED || this == POSTPONED;
            case RESUME -> this == CANCELLED;
            case ANNUL ->
                this == IN_PROGRESS
                        || this == RESULTS_ENTERED
                        || this == PV_SIGNED
                        || this == PV_SUBMITTED
                        || this == RETURNED
                        || this == VALIDATED
                        || this == NOTIFIED
                        || this == ARCHIVED;
            case DRAW_UP_RECORD -> this == IN_PROGRESS;
            case SIGN_RECORD -> this == RESULTS_ENTERED || this == RETURNED;
            case SUBMIT_RECORD -> this == PV_SIGNED;
            case RETURN_RECORD, VALIDATE_RECORD -> this == PV_SUBMITTED;
            case NOTIFY_RECORD -> this == VALIDATED;
        };
    }
}
