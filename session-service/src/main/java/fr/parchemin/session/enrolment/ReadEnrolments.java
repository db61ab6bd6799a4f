package fr.parchemin.session.enrolment;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.session.examsession.TakeSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Shows the enrolments of the sessions that callers see, to each those in their scope. */
@ApplicationScoped
public class ReadEnrolments {

    private final EnrolmentRepository enrolments;
    private final TakeSession take;
    private final Caller caller;

    ReadEnrolments(EnrolmentRepository enrolments, TakeSession take, Caller caller) {
        this.enrolments = enrolments;
        this.take = take;
        this.caller = caller;
    }

    Page<EnrolmentView> list(UUID sessionId, PageRequest page) {
        take.toRead(sessionId);
        return Page.of(
                enrolments.page(sessionId, page, scope()), page, e -> List.of(e.id().toString()), EnrolmentView::of);
    }

    /**
     * An enrolment that the caller may see.
     *
     * @throws ProblemException 404 otherwise
     */
    public EnrolmentView one(UUID sessionId, UUID id) {
        take.toRead(sessionId);
        return EnrolmentView.of(visible(sessionId, id));
    }

    AttendanceView attendance(UUID sessionId, UUID id) {
        take.toRead(sessionId);
        return AttendanceView.of(visible(sessionId, id));
    }

    /** Enrolments of a session that are not withdrawn, whoever asks. */
    public List<EnrolmentView> active(UUID sessionId) {
        return enrolments.active(sessionId).stream().map(EnrolmentView::of).toList();
    }

    /** Those of them that the caller may see. */
    public List<EnrolmentView> visible(UUID sessionId) {
        return enrolments.active(sessionId, scope()).stream()
                .map(EnrolmentView::of)
                .toList();
    }

    /** The enrolment; its session must be known to be visible. */
    Enrolment visible(UUID sessionId, UUID id) {
        return enrolments
                .inSession(sessionId, id, scope())
                .orElseThrow(() -> ProblemException.notFound("enrolment", id));
    }

    private EnrolmentScope scope() {
        return EnrolmentScope.of(caller);
    }
}
