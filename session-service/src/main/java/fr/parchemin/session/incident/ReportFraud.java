package fr.parchemin.session.incident;

import fr.parchemin.kit.Ids;
import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.session.Moments;
import fr.parchemin.session.enrolment.ReadEnrolments;
import fr.parchemin.session.examsession.SessionInHand;
import fr.parchemin.session.examsession.TakeSession;
import fr.parchemin.session.rules.Finding;
import fr.parchemin.session.rules.RuleBook;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Takes the written report of a suspicion of fraud (R115 to R119). Nothing follows from it by itself. */
@ApplicationScoped
public class ReportFraud {

    private final OpenedSession opened;
    private final TakeSession take;
    private final ReadEnrolments enrolments;
    private final FraudReportRepository reports;
    private final RuleBook rules;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    ReportFraud(
            OpenedSession opened,
            TakeSession take,
            ReadEnrolments enrolments,
            FraudReportRepository reports,
            RuleBook rules,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.opened = opened;
        this.take = take;
        this.enrolments = enrolments;
        this.reports = reports;
        this.rules = rules;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    @Idempotent
    FraudReportView report(UUID sessionId, FraudReportRequest request) {
        SessionInHand inHand = opened.toChange(sessionId, request.eventCode());
        UUID candidateId = enrolments.one(sessionId, request.enrolmentId()).candidateId();
        List<Finding> warnings = rules.judge(FraudRules.REPORT, request).warningsOrRefusal();
        FraudReport report = new FraudReport(Ids.next(), sessionId, request, Moments.now(clock), caller.subject());
        reports.persistAndFlush(report);
        outbox.append(FraudReportedEvent.of(inHand.snapshot(), report, candidateId));
        Log.infof("fraud report %s of session %s", report.id(), sessionId);
        return FraudReportView.of(report, warnings);
    }

    /** Reports of a session that the caller may see. */
    public List<FraudReportView> of(UUID sessionId) {
        take.toRead(sessionId);
        return reports.ofSession(sessionId).stream()
                .map(r -> FraudReportView.of(r, List.of()))
                .toList();
    }
}
