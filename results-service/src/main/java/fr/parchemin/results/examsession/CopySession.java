package fr.parchemin.results.examsession;

import fr.parchemin.kit.inbox.NotYetException;
import fr.parchemin.results.audit.AuditTrail;
import fr.parchemin.results.certification.CopyCertification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes in what the session service tells, so that results can be decided without asking it. */
@ApplicationScoped
@Transactional
class CopySession {

    private final ExamSessionRepository sessions;
    private final EnrolmentRepository enrolments;
    private final JurySeatRepository seats;
    private final JurorRepository jurors;
    private final RecusalRepository recusals;
    private final PresentedDocumentRepository documents;
    private final FraudReportRepository fraudReports;
    private final IdentityRepository identities;
    private final CopyCertification certifications;
    private final AuditTrail audit;

    CopySession(
            ExamSessionRepository sessions,
            EnrolmentRepository enrolments,
            JurySeatRepository seats,
            JurorRepository jurors,
            RecusalRepository recusals,
            PresentedDocumentRepository documents,
            FraudReportRepository fraudReports,
            IdentityRepository identities,
            CopyCertification certifications,
            AuditTrail audit) {
        this.sessions = sessions;
        this.enrolments = enrolments;
        this.seats = seats;
        this.jurors = jurors;
        this.recusals = recusals;
        this.documents = documents;
        this.fraudReports = fraudReports;
        this.identities = identities;
        this.certifications = certifications;
        this.audit = audit;
    }

    /** Any event carries the session as it is after it. */
    ExamSession refresh(SessionEvent.Session told) {
        certifications.version(told.certificationNumber(), told.planVersion());
        ExamSession session = sessions.findById(told.id());
        if (session == null) {
            session = new ExamSession(told);
            sessions.persist(session);
        } else {
            session.refresh(told);
        }
        return session;
    }

    void enrol(SessionEvent.Enrolled told) {
        refresh(told.session());
        if (enrolments.findById(told.enrolment().id()) == null) {
            enrolments.persist(new Enrolment(told.session().id(), told.enrolment()));
        }
    }

    void withdraw(SessionEvent.Withdrawn told) {
        refresh(told.session());
        enrolment(told.enrolmentId()).withdraw();
    }

    void appointJury(SessionEvent.JuryAppointed told) {
        UUID sessionId = refresh(told.session()).id();
        told.jurorIds().forEach(this::requireJuror);
        seats.list("key.sessionId", sessionId).stream()
                .filter(seat -> !told.jurorIds().contains(seat.jurorId()))
                .forEach(seats::delete);
        for (UUID jurorId : told.jurorIds()) {
            if (seats.findById(new JurySeat.Key(sessionId, jurorId)) == null) {
                seats.persist(new JurySeat(sessionId, jurorId));
            }
        }
    }

    void recuse(SessionEvent.JurorRecused told) {
        refresh(told.session());
        if (recusals.findById(new Recusal.Key(told.enrolmentId(), told.jurorId())) == null) {
            recusals.persist(new Recusal(told.enrolmentId(), told.jurorId()));
        }
    }

    void open(SessionEvent.Opened told) {
        refresh(told.session()).opened(told.openedAt());
        List<JurySeat> jury = seats.list("key.sessionId", told.session().id());
        jury.forEach(seat -> seat.present(told.presentJurorIds().contains(seat.jurorId())));
    }

    void attend(SessionEvent.Attendance told) {
        refresh(told.session());
        if (identities.findById(new Identity.Key(told.candidateId(), told.identityVersion())) == null) {
            throw new NotYetException("identity " + told.candidateId() + " version " + told.identityVersion());
        }
        enrolment(told.enrolmentId()).attended(told.status(), told.identityVersion());
    }

    void present(SessionEvent.DocumentPresented told) {
        refresh(told.session());
        PresentedDocument.Key key = new PresentedDocument.Key(told.enrolmentId(), told.kind());
        documents
                .findByIdOptional(key)
                .ifPresentOrElse(
                        d -> d.again(told.validOnExamDay(), told.presentedAt()),
                        () -> documents.persist(new PresentedDocument(key, told.validOnExamDay(), told.presentedAt())));
    }

    void report(SessionEvent.FraudReported told) {
        refresh(told.session());
        if (fraudReports.findById(told.reportId()) == null) {
            fraudReports.persist(new FraudReport(told));
        }
    }

    void close(SessionEvent.Closed told) {
        refresh(told.session()).closed(told.closedAt());
    }

    void cancel(SessionEvent.Changed told) {
        refresh(told.session()).cancel();
    }

    void resume(SessionEvent.Changed told) {
        refresh(told.session()).resume();
    }

    void annul(SessionEvent.Annulled told) {
        refresh(told.session()).annul(told);
    }

    void identify(IdentityEvent.Candidate told) {
        if (identities.findById(new Identity.Key(told.candidateId(), told.version())) == null) {
            identities.persist(new Identity(told));
            audit.change("identityReceived", "candidate", told.candidateId(), null, Map.of("version", told.version()));
        }
    }

    void identify(IdentityEvent.Juror told) {
        jurors.findByIdOptional(told.jurorId())
                .ifPresentOrElse(j -> j.refresh(told), () -> jurors.persist(new Juror(told)));
    }

    /**
     * A tombstone erases a person: every version of the identity that no exam froze, and a juror without a seat. What a
     * record or an award prints stays, as they do (R122, R134).
     */
    void forget(UUID personId) {
        Set<Integer> frozen = enrolments.list("candidateId", personId).stream()
                .map(Enrolment::identityVersion)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        identities.list("key.candidateId", personId).stream()
                .filter(identity -> !frozen.contains(identity.version()))
                .filter(identity -> !identities.printed(identity))
                .forEach(identities::delete);
        audit.change("identityForgotten", "person", personId, null, Map.of("keptVersions", frozen));
        if (seats.count("key.jurorId", personId) == 0) {
            jurors.deleteById(personId);
        }
    }

    private Enrolment enrolment(UUID id) {
        return enrolments.findByIdOptional(id).orElseThrow(() -> new NotYetException("enrolment " + id));
    }

    private void requireJuror(UUID id) {
        if (jurors.findById(id) == null) {
            throw new NotYetException("juror " + id);
        }
    }
}
