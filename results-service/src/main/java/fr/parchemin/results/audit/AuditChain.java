package fr.parchemin.results.audit;

/** The two trails: what was read is forgotten after its retention period, what was changed never is (R134). */
public enum AuditChain {
    ACCESS,
    CHANGE
}
