package fr.parchemin.session.enrolment;

import fr.parchemin.session.certification.AccessRoute;
import fr.parchemin.session.examsession.SessionFact;
import fr.parchemin.session.examsession.SessionSnapshot;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A candidate is enrolled. */
record CandidateEnrolledEvent(SessionSnapshot session, Place enrolment) implements SessionFact {

    static CandidateEnrolledEvent of(SessionSnapshot session, Enrolment e) {
        Enrolment.Path path = e.path();
        return new CandidateEnrolledEvent(
                session,
                new Place(
                        e.id(),
                        e.candidateId(),
                        path.route(),
                        path.trainingProviderSiret(),
                        path.trainingStartedOn(),
                        path.trainingEndedOn(),
                        path.vaeAdmissibleSince(),
                        LocalDate.ofInstant(e.createdAt(), ZoneId.of(session.timeZone()))));
    }

    /** The place of the candidate in the session. */
    record Place(
            UUID id,
            UUID candidateId,
            AccessRoute route,
            @Nullable String trainingProviderSiret,
            @Nullable LocalDate trainingStartedOn,
            @Nullable LocalDate trainingEndedOn,
            @Nullable LocalDate vaeAdmissibleSince,
            LocalDate enrolledOn) {}
}
