package fr.parchemin.session.day;

import fr.parchemin.session.draw.DrawView;
import fr.parchemin.session.enrolment.AttendanceStatus;
import fr.parchemin.session.enrolment.EnrolmentState;
import fr.parchemin.session.eventattendance.EventAttendanceView;
import fr.parchemin.session.examsession.SessionView;
import fr.parchemin.session.identitycheck.IdentityCheckView;
import fr.parchemin.session.incident.FraudReportView;
import fr.parchemin.session.incident.IncidentView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Everything that the person responsible for a session needs on the day, in one answer. */
@Schema(name = "Day", description = "Everything that the person responsible for a session needs on the day.")
record DayView(
        SessionView session,
        @Schema(description = "The day at the site.") LocalDate today,
        Instant asOf,
        List<Event> events,
        Counts counts,
        List<Candidate> candidates,

        @Schema(description = "Oldest first; the part that you may see.")
        List<IncidentView> incidents,

        @Schema(description = "For the centre and the authority; empty for the jury.")
        List<FraudReportView> fraudReports,

        @Schema(
                description =
                        "What keeps the session from being closed, each with the call that settles it; empty when nothing does.")
        List<Todo> blocksClosing,

        @Schema(description = "What should be settled before, and does not keep the session from being closed.")
        List<Todo> reminders) {

    /** An event of the plan. */
    @Schema(name = "DayEvent")
    record Event(
            @Schema(examples = "MSP") String code,
            String label,
            int minutes,

            @Schema(description = "Whether situations are drawn for it.")
            boolean drawn) {}

    /** How many. */
    @Schema(name = "DayCounts")
    record Counts(int expected, int identityChecked, int present, int absent, int excluded, int unrecorded) {}

    /** A candidate who is expected, by name. */
    @Schema(name = "DayCandidate")
    record Candidate(
            UUID enrolmentId,
            UUID candidateId,
            @Schema(examples = "FICTIF Alpha") String name,
            LocalDate bornOn,
            EnrolmentState state,

            @Nullable @Schema(description = "Null while nothing is recorded.")
            AttendanceStatus attendance,

            @Nullable @Schema(description = "Extra time in percent, without its reason.")
            Integer extraTimePercent,

            @Nullable IdentityCheckView identity,

            @Schema(
                    description =
                            "When and where the candidate passes, in the order of time; empty while nothing is planned.")
            List<Passage> passages,

            List<EventAttendanceView> events,
            List<DrawView> draws,
            Certificate firstAid) {}

    /** A passage as it is planned. */
    @Schema(name = "DayPassage")
    record Passage(
            @Schema(examples = "MSP") String eventCode,
            Instant startsAt,
            Instant endsAt,
            @Schema(examples = "Salle 12") String room,
            List<UUID> jurorIds) {}

    /** How far the proof of the first-aid competence is. */
    @Schema(name = "DayCertificate")
    enum Certificate {
        /** The session does not ask for it. */
        NOT_ASKED,
        MISSING,
        /** Presented, but does not hold on the exam day (R87). */
        NOT_VALID,
        VALID
    }

    /** Something to settle. */
    @Schema(name = "DayTodo")
    record Todo(
            @Nullable UUID enrolmentId,

            @Schema(examples = "FICTIF Alpha: attendance not recorded.")
            String message,

            @Schema(examples = "PUT /v1/sessions/{id}/enrolments/{enrolmentId}/attendance")
            String call) {}
}
