package fr.parchemin.session.examsession;

import fr.parchemin.kit.Ids;
import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.session.Moments;
import fr.parchemin.session.ProblemType;
import fr.parchemin.session.centre.CentreView;
import fr.parchemin.session.centre.Place;
import fr.parchemin.session.centre.ReadCentres;
import fr.parchemin.session.certification.AssessmentPlan;
import fr.parchemin.session.certification.Certification;
import fr.parchemin.session.certification.ReadCertification;
import fr.parchemin.session.rules.Finding;
import fr.parchemin.session.rules.RuleBook;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Drafts a session; what its declaration would meet is told as warnings. */
@ApplicationScoped
class DraftSession {

    private final SessionRepository sessions;
    private final ReadCentres centres;
    private final ReadCertification certifications;
    private final GatherDeclaration gather;
    private final RuleBook rules;
    private final Clock clock;

    DraftSession(
            SessionRepository sessions,
            ReadCentres centres,
            ReadCertification certifications,
            GatherDeclaration gather,
            RuleBook rules,
            Clock clock) {
        this.sessions = sessions;
        this.centres = centres;
        this.certifications = certifications;
        this.gather = gather;
        this.rules = rules;
        this.clock = clock;
    }

    @Transactional
    @Idempotent
    SessionView draft(SessionRequest request) {
        CentreView centre = centres.visible(request.centreId());
        if (!centres.isOwn(centre)) {
            throw ProblemException.notFound("centre", request.centreId());
        }
        Place place = centres.place(request.centreId(), request.siteId())
                .orElseThrow(() -> unknown("/siteId", "Not a site of this centre."));
        Certification certification = certifications.named(request.certificationNumber());
        String blockCode = request.blockCode();
        if (request.type() == SessionType.CCS) {
            requireListed(String.valueOf(blockCode), certification);
        } else if (blockCode != null && certification.block(blockCode).isEmpty()) {
            throw unknown("/blockCode", "Not a block of " + certification.number() + ".");
        }
        ExamSession session = new ExamSession(
                        Ids.next(),
                        request.type(),
                        certification.number(),
                        blockCode,
                        place,
                        request.startsOn(),
                        request.endsOn(),
                        request.manager(),
                        request.withFinalInterview(),
                        request.remote(),
                        Moments.now(clock))
                .limitedTo(request.places());
        SessionInHand inHand = new SessionInHand(session, place, certification);
        List<Finding> ahead =
                rules.judge(DeclarationRules.ALL, gather.of(inHand)).all();
        session.warn(SessionStep.DECLARE, ahead);
        sessions.persistAndFlush(session);
        Log.infof("session %s drafted for %s", session.id(), certification.number());
        return inHand.view();
    }

    private static void requireListed(String complement, Certification certification) {
        if (certification.complement(complement).isEmpty()) {
            AssessmentPlan plan = certification.plan();
            List<String> listed = plan == null
                    ? List.of()
                    : plan.complements().stream()
                            .map(AssessmentPlan.Complement::code)
                            .toList();
            throw ProblemException.rulesBroken(List.of(new Violation(
                    "/blockCode",
                    "R4",
                    listed.isEmpty()
                            ? "No complementary certificate (CCS) is listed for " + certification.number() + "."
                            : "The complementary certificates of %s are %s."
                                    .formatted(certification.number(), String.join(", ", listed)))));
        }
    }

    private static ProblemException unknown(String field, String message) {
        return new ProblemException(
                ProblemType.REFERENCE_UNKNOWN, "See violations.", List.of(Violation.ofField(field, message)));
    }
}
