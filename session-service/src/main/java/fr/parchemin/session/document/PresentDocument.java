package fr.parchemin.session.document;

import fr.parchemin.kit.Ids;
import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.session.Moments;
import fr.parchemin.session.ProblemType;
import fr.parchemin.session.certification.AssessmentPlan;
import fr.parchemin.session.certification.ReadCertification;
import fr.parchemin.session.enrolment.EnrolmentState;
import fr.parchemin.session.enrolment.EnrolmentView;
import fr.parchemin.session.enrolment.ReadEnrolments;
import fr.parchemin.session.examsession.ExamSession;
import fr.parchemin.session.examsession.SessionInHand;
import fr.parchemin.session.examsession.SessionState;
import fr.parchemin.session.examsession.SessionStep;
import fr.parchemin.session.examsession.TakeSession;
import fr.parchemin.session.rules.Finding;
import fr.parchemin.session.rules.RuleBook;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Records a document that a candidate presents, and whether it holds on the examination day (R85 to R88). */
@ApplicationScoped
class PresentDocument {

    private final TakeSession take;
    private final ReadEnrolments enrolments;
    private final ReadCertification certifications;
    private final DocumentRepository documents;
    private final RuleBook rules;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    PresentDocument(
            TakeSession take,
            ReadEnrolments enrolments,
            ReadCertification certifications,
            DocumentRepository documents,
            RuleBook rules,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.take = take;
        this.enrolments = enrolments;
        this.certifications = certifications;
        this.documents = documents;
        this.rules = rules;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    @Idempotent
    DocumentView present(UUID sessionId, UUID enrolmentId, DocumentRequest request) {
        SessionInHand inHand = take.toChange(sessionId);
        ExamSession session = inHand.session();
        EnrolmentView enrolment = enrolments.one(sessionId, enrolmentId);
        boolean deliberated = session.closedAt() != null && session.state() != SessionState.IN_PROGRESS;
        if (!deliberated) {
            inHand.ready(SessionStep.PRESENT_DOCUMENT);
            if (enrolment.state() != EnrolmentState.PRESENT) {
                throw new ProblemException(
                        ProblemType.WRONG_ENROLMENT_STATE,
                        "The enrolment is %s: a document is presented by a candidate who is PRESENT; record the attendance first."
                                .formatted(enrolment.state()));
            }
        }
        if (request.issuedOn().isAfter(session.today(clock))) {
            throw new ProblemException(
                    CommonProblem.INVALID_REQUEST,
                    "See violations.",
                    List.of(Violation.ofField("/issuedOn", "In the future.")));
        }
        LocalDate examDay = examDay(session, enrolment);
        List<Finding> warnings = rules.judge(
                        DocumentRules.ALL,
                        new Presentation(
                                plan(session).asksFor(request.kind().name(), session.target()),
                                session.target(),
                                request.issuedOn(),
                                request.validUntil(),
                                examDay,
                                deliberated))
                .warningsOrRefusal();
        LocalDate validUntil = request.validUntil() != null
                ? request.validUntil()
                : CertificateValidityRule.lastDay(request.issuedOn(), rules.parameters(DocumentRules.VALIDITY.sheet()));
        boolean valid = !request.issuedOn().isAfter(examDay) && !validUntil.isBefore(examDay);
        PresentedDocument document = new PresentedDocument(
                Ids.next(),
                sessionId,
                enrolmentId,
                new PresentedDocument.Certificate(
                        request.kind(), request.reference(), request.issuer(), request.issuedOn(), validUntil),
                valid,
                Moments.now(clock),
                caller.subject());
        documents.persistAndFlush(document);
        take.done(inHand.session(), SessionStep.PRESENT_DOCUMENT, enrolmentId, null);
        outbox.append(new DocumentPresentedEvent(
                inHand.snapshot(),
                enrolmentId,
                enrolment.candidateId(),
                request.kind(),
                request.issuedOn(),
                validUntil,
                valid,
                document.presentedAt()));
        Log.infof("enrolment %s presented %s, valid on the exam day: %s", enrolmentId, request.kind(), valid);
        return DocumentView.of(document, warnings);
    }

    List<DocumentView> of(UUID sessionId, UUID enrolmentId) {
        EnrolmentView enrolment = enrolments.one(sessionId, enrolmentId);
        return documents.of(enrolment.id()).stream()
                .map(d -> DocumentView.of(d, List.of()))
                .toList();
    }

    private AssessmentPlan plan(ExamSession session) {
        return certifications
                .plan(session.certificationNumber(), Objects.requireNonNull(session.planVersion()))
                .orElseThrow();
    }

    /** The day of the attendance, within the session. */
    private static LocalDate examDay(ExamSession session, EnrolmentView enrolment) {
        Instant attended = enrolment.attendanceRecordedAt();
        LocalDate day =
                attended == null ? session.startsOn() : LocalDate.ofInstant(attended, ZoneId.of(session.timeZone()));
        if (day.isBefore(session.startsOn())) {
            return session.startsOn();
        }
        return day.isAfter(session.endsOn()) ? session.endsOn() : day;
    }
}
