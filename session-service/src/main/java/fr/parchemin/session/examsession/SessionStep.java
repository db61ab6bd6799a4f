package fr.parchemin.session.examsession;

/** What can be done with a session. */
public enum SessionStep {
    DECLARE("declare the session: POST …/declaration"),
    ENROL("enrol a candidate"),
    WITHDRAW("withdraw an enrolment"),
    APPOINT_JURY("appoint the jury"),
    RECUSE("recuse a juror"),
    LIST_SITUATIONS("list the situations of the kit"),
    PLAN("plan the passages"),
    RECEIVE_KIT("receive the assessment kit: POST …/assessment-kit"),
    SUMMON("summon candidates and jurors: POST …/summons"),
    OPEN("open the session: POST …/opening"),
    RECORD_ATTENDANCE("record the attendance"),
    DRAW("draw situations"),
    PRESENT_DOCUMENT("record a document"),
    CLOSE("close the session: POST …/closure"),
    POSTPONE("postpone the session"),
    CANCEL("cancel the session"),
    RESUME("undo the cancellation: POST …/resumption"),
    ANNUL("annul the session: POST …/annulment"),
    DRAW_UP_RECORD("draw up the record"),
    SIGN_RECORD("sign the record"),
    SUBMIT_RECORD("submit the record"),
    RETURN_RECORD("return the record"),
    VALIDATE_RECORD("validate the record"),
    NOTIFY_RECORD("notify the results");

    private final String words;

    SessionStep(String words) {
        this.words = words;
    }

    /** The step in words, as a refusal says it. */
    public String words() {
        return words;
    }
}
