package fr.parchemin.results.examsession;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.security.Roles;
import fr.parchemin.results.certification.CopyCertification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Opens the dossier of a session to those it concerns: its centre, the members of its jury, the authority. For anybody
 * else the session does not exist (R138).
 */
@ApplicationScoped
public class ReadSession {

    private final ExamSessionRepository sessions;
    private final EnrolmentRepository enrolments;
    private final JurySeatRepository seats;
    private final JurorRepository jurors;
    private final RecusalRepository recusals;
    private final PresentedDocumentRepository documents;
    private final FraudReportRepository fraudReports;
    private final IdentityRepository identities;
    private final CopyCertification certifications;
    private final Caller caller;

    ReadSession(
            ExamSessionRepository sessions,
            EnrolmentRepository enrolments,
            JurySeatRepository seats,
            JurorRepository jurors,
            RecusalRepository recusals,
            PresentedDocumentRepository documents,
            FraudReportRepository fraudReports,
            IdentityRepository identities,
            CopyCertification certifications,
            Caller caller) {
        this.sessions = sessions;
        this.enrolments = enrolments;
        this.seats = seats;
        this.jurors = jurors;
        this.recusals = recusals;
        this.documents = documents;
        this.fraudReports = fraudReports;
        this.identities = identities;
        this.certifications = certifications;
        this.caller = caller;
    }

    /**
     * The dossier of a session.
     *
     * @throws ProblemException 404 when there is no such session, or none for this caller
     */
    @Transactional
    public SessionDossier session(UUID id) {
        SessionDossier dossier = sessions.findByIdOptional(id)
                .map(this::dossier)
                .orElseThrow(() -> ProblemException.notFound("session", id));
        if (!concerns(dossier)) {
            throw ProblemException.notFound("session", id);
        }
        return dossier;
    }

    /** The zone of the place where a session is held: its days and hours are those there. */
    @Transactional
    public ZoneId zone(UUID id) {
        return sessions.findByIdOptional(id)
                .map(s -> ZoneId.of(s.timeZone()))
                .orElseThrow(() -> ProblemException.notFound("session", id));
    }

    /** The dossier of a session for what no caller asks for: the effect of an event. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<SessionDossier> known(UUID id) {
        return sessions.findByIdOptional(id).map(this::dossier);
    }

    /**
     * The dossier of the session in which this enrolment is, with this enrolment alone: its cost is the same in a session
     * of one and of sixty.
     *
     * @throws ProblemException 404 when there is no such enrolment, or none for this caller
     */
    @Transactional
    public SessionDossier sessionOf(UUID enrolmentId) {
        return enrolments
                .find("id = ?1 and withdrawn = false", enrolmentId)
                .singleResultOptional()
                .flatMap(e -> sessions.findByIdOptional(e.sessionId()).map(s -> dossier(s, List.of(e))))
                .filter(this::concerns)
                .orElseThrow(() -> ProblemException.notFound("enrolment", enrolmentId));
    }

    private boolean concerns(SessionDossier dossier) {
        return caller.has(Roles.AUTHORITY)
                || (caller.has(Roles.CENTRE)
                        && caller.siret()
                                .filter(dossier.session().centreSiret()::equals)
                                .isPresent())
                || (caller.has(Roles.JUROR) && dossier.juror(caller.subject()).isPresent());
    }

    private SessionDossier dossier(ExamSession session) {
        return dossier(session, enrolments.list("sessionId = ?1 and withdrawn = false order by id", session.id()));
    }

    private SessionDossier dossier(ExamSession session, List<Enrolment> candidates) {
        List<UUID> ids = candidates.stream().map(Enrolment::id).toList();
        List<JurySeat> jury = seats.list("key.sessionId = ?1 order by key.jurorId", session.id());
        List<UUID> jurorIds = jury.stream().map(JurySeat::jurorId).toList();
        Map<Identity.Key, Identity> known =
                identities
                        .list(
                                "key.candidateId in ?1",
                                candidates.stream().map(Enrolment::candidateId).toList())
                        .stream()
                        .collect(Collectors.toMap(i -> new Identity.Key(i.candidateId(), i.version()), i -> i));
        return new SessionDossier(
                session,
                certifications.version(session.certificationNumber(), session.planVersion()),
                candidates,
                jury,
                jurors.list("id in ?1", jurorIds).stream().collect(Collectors.toMap(Juror::id, j -> j)),
                recusals.list("key.enrolmentId in ?1", ids).stream()
                        .map(Recusal::key)
                        .collect(Collectors.toSet()),
                documents.list("key.enrolmentId in ?1", ids),
                fraudReports.list("enrolmentId in ?1 order by occurredAt, id", ids),
                candidates.stream()
                        .filter(e -> e.identityVersion() != null)
                        .filter(e -> known.containsKey(frozen(e)))
                        .collect(Collectors.toMap(Enrolment::id, e -> known.get(frozen(e)))));
    }

    private static Identity.Key frozen(Enrolment enrolment) {
        Integer version = enrolment.identityVersion();
        return new Identity.Key(enrolment.candidateId(), version == null ? 0 : version);
    }
}
