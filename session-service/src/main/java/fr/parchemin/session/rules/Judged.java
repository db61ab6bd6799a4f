package fr.parchemin.session.rules;

import java.time.LocalDate;

/** Facts that are judged by the rules of a day of their own, such as the first day of a session, and not by those of today. */
public interface Judged {

    /** The day whose modes and parameters count. */
    LocalDate judgedOn();
}
