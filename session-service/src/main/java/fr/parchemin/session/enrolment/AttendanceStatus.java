package fr.parchemin.session.enrolment;

/** Whether a candidate came. */
public enum AttendanceStatus {
    PRESENT,
    ABSENT,
    /** Absent for illness, maternity, accident or force majeure (R103). */
    ABSENT_JUSTIFIED,
    /** Excluded for fraud. */
    EXCLUDED
}
