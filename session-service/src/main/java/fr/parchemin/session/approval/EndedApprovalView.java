package fr.parchemin.session.approval;

import fr.parchemin.session.examsession.SessionState;
import fr.parchemin.session.examsession.SessionType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An approval that was ended, with what that touches. */
@Schema(name = "EndedApproval", description = "An approval that was ended, and the sessions that it no longer covers.")
record EndedApprovalView(
        ApprovalView approval,

        @Schema(description = "Sessions that are still to be held: move them, or approve again.")
        List<TouchedSession> sessions) {

    /** A session with a day after the end. */
    @Schema(name = "TouchedSession")
    record TouchedSession(UUID id, SessionType type, SessionState state, LocalDate startsOn, LocalDate endsOn) {}
}
