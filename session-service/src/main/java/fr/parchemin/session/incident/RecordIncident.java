package fr.parchemin.session.incident;

import fr.parchemin.kit.Ids;
import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.security.Roles;
import fr.parchemin.session.Moments;
import fr.parchemin.session.enrolment.ReadEnrolments;
import fr.parchemin.session.examsession.TakeSession;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Records incidents and shows each caller the part that is meant for it. */
@ApplicationScoped
public class RecordIncident {

    private final OpenedSession opened;
    private final TakeSession take;
    private final ReadEnrolments enrolments;
    private final IncidentRepository incidents;
    private final Caller caller;
    private final Clock clock;

    RecordIncident(
            OpenedSession opened,
            TakeSession take,
            ReadEnrolments enrolments,
            IncidentRepository incidents,
            Caller caller,
            Clock clock) {
        this.opened = opened;
        this.take = take;
        this.enrolments = enrolments;
        this.incidents = incidents;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    @Idempotent
    IncidentView record(UUID sessionId, IncidentRequest request) {
        opened.toChange(sessionId, request.eventCode());
        UUID enrolmentId = request.enrolmentId();
        if (enrolmentId != null) {
            enrolments.one(sessionId, enrolmentId);
        }
        if (request.comments().none()) {
            throw new ProblemException(
                    CommonProblem.INVALID_REQUEST,
                    "See violations.",
                    List.of(Violation.ofField("/comments", "Say what happened, to one audience at least.")));
        }
        Incident incident = new Incident(Ids.next(), sessionId, request, Moments.now(clock), caller.subject());
        incidents.persistAndFlush(incident);
        Log.infof("incident %s of session %s", request.type(), sessionId);
        return IncidentView.of(incident, inside());
    }

    /**
     * Incidents of a session that the caller sees: the centre and the authority all; jurors, without what is internal, all but
     * those about whom they are recused for (R138); a platform those of its own candidates.
     */
    public List<IncidentView> of(UUID sessionId) {
        take.toRead(sessionId);
        List<Incident> all = incidents.ofSession(sessionId);
        boolean platform = caller.has(Roles.PLATFORM);
        if (platform || !inside()) {
            Set<UUID> visible =
                    enrolments.visible(sessionId).stream().map(e -> e.id()).collect(Collectors.toSet());
            all = all.stream()
                    .filter(i -> i.enrolmentId() == null ? !platform : visible.contains(i.enrolmentId()))
                    .toList();
        }
        return all.stream().map(i -> IncidentView.of(i, inside())).toList();
    }

    private boolean inside() {
        return caller.has(Roles.CENTRE) || caller.has(Roles.AUTHORITY);
    }
}
