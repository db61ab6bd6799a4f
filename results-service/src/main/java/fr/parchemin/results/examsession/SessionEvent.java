package fr.parchemin.results.examsession;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the session service tells about sessions; each record is one shape of the data. */
final class SessionEvent {

    private SessionEvent() {}

    record Session(
            UUID id,
            ExamSession.Type type,
            String certificationNumber,
            @Nullable String blockCode,
            int planVersion,
            String centreSiret,
            String centreName,
            String siteName,
            String siteCity,
            @Nullable String sitePostalCode,
            @Nullable String siteInseeCode,
            String timeZone,
            LocalDate startsOn,
            LocalDate endsOn,
            String manager,
            boolean withFinalInterview,
            boolean remote,
            @Nullable String ceresNumber) {}

    record Enrolment(
            UUID id,
            UUID candidateId,
            String route,
            @Nullable String trainingProviderSiret,
            @Nullable LocalDate enrolledOn) {}

    record Changed(Session session) {}

    record Enrolled(Session session, Enrolment enrolment) {}

    record Withdrawn(Session session, UUID enrolmentId) {}

    record JuryAppointed(Session session, List<UUID> jurorIds) {}

    record JurorRecused(Session session, UUID jurorId, UUID enrolmentId) {}

    record Opened(Session session, Instant openedAt, List<UUID> presentJurorIds) {}

    record Attendance(
            Session session,
            UUID enrolmentId,
            UUID candidateId,
            int identityVersion,
            fr.parchemin.results.examsession.Enrolment.Attendance status) {}

    record DocumentPresented(
            Session session, UUID enrolmentId, String kind, boolean validOnExamDay, Instant presentedAt) {}

    record FraudReported(
            Session session,
            UUID reportId,
            UUID enrolmentId,
            @Nullable String eventCode,
            Instant occurredAt,
            Instant reportedAt) {}

    record Annulled(Session session, String decisionReference, LocalDate decidedOn, String reason) {}

    record Closed(Session session, Instant closedAt) {}
}
