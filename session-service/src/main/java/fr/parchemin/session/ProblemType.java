package fr.parchemin.session;

import static fr.parchemin.kit.problem.ProblemKind.Audience.DATA;
import static fr.parchemin.kit.problem.ProblemKind.Retry.AFTER_FIX;
import static fr.parchemin.kit.problem.ProblemKind.Retry.LATER;

import fr.parchemin.kit.problem.ProblemKind;

/** The problems that only this service can answer with. */
public enum ProblemType implements ProblemKind {
    WRONG_STATE("wrong-state", "The session is not in a state that allows this", 409, DATA, AFTER_FIX),
    WRONG_ENROLMENT_STATE(
            "wrong-enrolment-state", "The enrolment is not in a state that allows this", 409, DATA, AFTER_FIX),
    CERTIFICATION_UNKNOWN(
            "certification-unknown", "The certification is not known to this service (yet)", 422, DATA, LATER),
    REFERENCE_UNKNOWN("reference-unknown", "The request names something that does not exist", 422, DATA, AFTER_FIX),
    PLACE_TAKEN("place-taken", "Another enrolment stands in the way", 409, DATA, AFTER_FIX),
    OTHER_TEMPLATE("other-template", "The columns of the file are not those of the template", 422, DATA, AFTER_FIX),
    ROWS_REFUSED("rows-refused", "Some rows are refused, so none is recorded", 422, DATA, AFTER_FIX),
    PLAN_IMPOSSIBLE("plan-impossible", "No schedule can keep every constraint", 422, DATA, AFTER_FIX),
    BEING_SOLVED("being-solved", "The schedule is being solved", 409, DATA, LATER);

    private final String slug;
    private final String title;
    private final int status;
    private final Audience audience;
    private final Retry retry;

    ProblemType(String slug, String title, int status, Audience audience, Retry retry) {
        this.slug = slug;
        this.title = title;
        this.status = status;
        this.audience = audience;
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
        return audience;
    }

    @Override
    public Retry retry() {
        return retry;
    }
}
