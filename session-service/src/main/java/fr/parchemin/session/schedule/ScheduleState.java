package fr.parchemin.session.schedule;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a schedule is. */
@Schema(name = "ScheduleState")
public enum ScheduleState {
    /** The search is under way; the best plan so far can be read. */
    SOLVING,
    /** Every passage has its time and place. */
    SOLVED,
    /** Some passages found no place; causes says why. */
    INCOMPLETE,
    /** The service was stopped in the middle; the best plan that was kept stands. */
    INTERRUPTED,
    /** The search broke off by a fault of ours; the plan of before stands. */
    FAILED
}
