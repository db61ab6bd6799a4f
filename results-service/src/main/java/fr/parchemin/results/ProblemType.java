package fr.parchemin.results;

import static fr.parchemin.kit.problem.ProblemKind.Audience.DATA;
import static fr.parchemin.kit.problem.ProblemKind.Retry.AFTER_FIX;
import static fr.parchemin.kit.problem.ProblemKind.Retry.NEVER;

import fr.parchemin.kit.problem.ProblemKind;

/** The problems of this service beside the common ones. */
public enum ProblemType implements ProblemKind {
    SESSION_NOT_OPEN("session-not-open", "Nothing can be found outside an open session", 409, AFTER_FIX),
    SESSION_ANNULLED("session-annulled", "The session was annulled", 409, NEVER),
    SESSION_NOT_CLOSED("session-not-closed", "The exam is not over", 409, AFTER_FIX),
    CANDIDATE_NOT_PRESENT("candidate-not-present", "Only a candidate who was present is assessed", 409, NEVER),
    RECORD_FROZEN("record-frozen", "The record is signed and can no longer change", 409, NEVER),
    RECORD_STATE("record-state", "The record is not in a state for this", 409, AFTER_FIX),
    RECORD_EXISTS("record-exists", "This session has a record already", 409, NEVER),
    AWARD_WITHDRAWN("award-withdrawn", "The award was withdrawn", 409, NEVER),
    DECLARATION_STATE("declaration-state", "The declaration is not in a state for this", 409, AFTER_FIX),
    REBUILD_RUNNING("rebuild-running", "The figures are being rebuilt already", 409, AFTER_FIX),
    SURVEY_STATE("survey-state", "The survey is not in a state for this", 409, AFTER_FIX),
    COHORT_STATE("cohort-state", "The figures of that year are not in a state for this", 409, AFTER_FIX),
    ROWS_REFUSED("rows-refused", "Some rows are refused, so none is recorded", 422, AFTER_FIX),
    IDENTITY_ERASED("identity-erased", "The holder's identity is not kept any more", 409, NEVER);

    private final String slug;
    private final String title;
    private final int status;
    private final Retry retry;

    ProblemType(String slug, String title, int status, Retry retry) {
        this.slug = slug;
        this.title = title;
        this.status = status;
        this.retry = retry;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Audience audience() {
        return DATA;
    }

    @Override
    public Retry retry() {
        return retry;
    }
}
