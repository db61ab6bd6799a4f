package fr.parchemin.session.eventattendance;

/** Whether a candidate passed one event. */
public enum EventStatus {
    PRESENT,
    ABSENT
}
