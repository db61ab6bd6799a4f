package fr.parchemin.session.eventattendance;

import fr.parchemin.session.certification.AssessmentPlan;
import fr.parchemin.session.certification.ReadCertification;
import fr.parchemin.session.examsession.ExamSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows the events of a session, and who passed them. */
@ApplicationScoped
public class ReadEvents {

    private static final String FINAL_INTERVIEW = "EF";

    private final ReadCertification certifications;
    private final EventAttendanceRepository attendances;

    ReadEvents(ReadCertification certifications, EventAttendanceRepository attendances) {
        this.certifications = certifications;
        this.attendances = attendances;
    }

    /**
     * The events that each candidate of a session passes, in the order of the plan; at the session of the last block the
     * final interview of the title comes last (R98). Empty while no plan is known.
     */
    public List<AssessmentPlan.Event> of(ExamSession session) {
        Integer version = session.planVersion();
        Optional<AssessmentPlan> plan = version == null
                ? Optional.ofNullable(
                        certifications.named(session.certificationNumber()).plan())
                : certifications.plan(session.certificationNumber(), version);
        List<AssessmentPlan.Event> events = new ArrayList<>(plan.flatMap(p -> p.target(session.target()))
                .map(AssessmentPlan.Target::events)
                .orElse(List.of()));
        if (session.blockCode() != null && session.withFinalInterview()) {
            plan.flatMap(p -> p.target(AssessmentPlan.TITLE)).stream()
                    .flatMap(t -> t.events().stream())
                    .filter(e -> e.code().equals(FINAL_INTERVIEW))
                    .forEach(events::add);
        }
        return List.copyOf(events);
    }

    /** Whether documents of this kind prove a competence of the session. */
    public boolean asksFor(ExamSession session, String document) {
        Integer version = session.planVersion();
        return version != null
                && certifications
                        .plan(session.certificationNumber(), version)
                        .filter(p -> p.asksFor(document, session.target()))
                        .isPresent();
    }

    /** The attendance of all events of a session, whoever asks. */
    public List<EventAttendanceView> attendance(UUID sessionId) {
        return attendances.ofSession(sessionId).stream()
                .map(a -> EventAttendanceView.of(a, List.of()))
                .toList();
    }
}
