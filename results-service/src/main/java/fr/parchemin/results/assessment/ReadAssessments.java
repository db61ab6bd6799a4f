package fr.parchemin.results.assessment;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.results.certification.Block;
import fr.parchemin.results.examsession.Enrolment;
import fr.parchemin.results.examsession.Identity;
import fr.parchemin.results.examsession.ReadSession;
import fr.parchemin.results.examsession.SessionDossier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Says what the jury of a session has to assess, and what it has recorded. */
@ApplicationScoped
public class ReadAssessments {

    private final ReadSession sessions;
    private final FindingRepository findings;
    private final Caller caller;

    ReadAssessments(ReadSession sessions, FindingRepository findings, Caller caller) {
        this.sessions = sessions;
        this.findings = findings;
        this.caller = caller;
    }

    /** The findings that count in a session, for the deliberation. */
    @Transactional
    public List<Finding> findings(SessionDossier dossier) {
        return findings.current(dossier.enrolments().stream().map(Enrolment::id).toList());
    }

    /**
     * Every version of what the jury recorded at one event of one candidate, oldest first.
     *
     * @throws ProblemException 404 for whoever does not judge the candidate
     */
    @Transactional
    List<FindingView> versions(UUID enrolmentId, String eventCode) {
        SessionDossier dossier = sessions.sessionOf(enrolmentId);
        if (dossier.juror(caller.subject()).isEmpty() || recused(dossier, enrolmentId)) {
            throw ProblemException.notFound("enrolment", enrolmentId);
        }
        return findings.versions(enrolmentId, eventCode).stream()
                .map(FindingView::of)
                .toList();
    }

    @Transactional
    List<AssessmentView> of(UUID sessionId) {
        SessionDossier dossier = sessions.session(sessionId);
        Map<UUID, List<Finding>> recorded = findings(dossier).stream()
                .filter(f -> !recused(dossier, f.enrolmentId()))
                .collect(Collectors.groupingBy(Finding::enrolmentId));
        Map<String, String> labels = dossier.certification().blocks().stream()
                .flatMap(b -> b.competences().stream())
                .collect(Collectors.toMap(Block.Competence::code, Block.Competence::label));
        return dossier.enrolments().stream()
                .map(e -> view(dossier, e, recorded.getOrDefault(e.id(), List.of()), labels))
                .toList();
    }

    /** R55: who does not judge a candidate does not read either what the others found. */
    private boolean recused(SessionDossier dossier, UUID enrolmentId) {
        return dossier.juror(caller.subject())
                .filter(juror -> dossier.recused(enrolmentId, juror.id()))
                .isPresent();
    }

    private static AssessmentView view(
            SessionDossier dossier, Enrolment enrolment, List<Finding> recorded, Map<String, String> labels) {
        Identity identity = dossier.identities().get(enrolment.id());
        return new AssessmentView(
                enrolment.id(),
                enrolment.candidateId(),
                identity == null ? null : identity.fullName(),
                enrolment.attendance(),
                dossier.requiredEvents().stream()
                        .map(event -> new AssessmentView.EventView(
                                event.code(),
                                event.kind(),
                                event.label(),
                                event.minutes(),
                                event.competences().stream()
                                        .map(c -> new AssessmentView.CompetenceView(c, labels.getOrDefault(c, c)))
                                        .toList(),
                                recorded.stream()
                                        .filter(f -> f.eventCode().equals(event.code()))
                                        .map(FindingView::of)
                                        .toList()))
                        .toList(),
                dossier.certification().plan().documentChecks().stream()
                        .filter(check -> dossier.examinedBlocks().stream()
                                .map(dossier.certification()::block)
                                .flatMap(b -> b.competences().stream())
                                .anyMatch(c -> c.code().equals(check.competence())))
                        .map(check -> new AssessmentView.DocumentCheckView(
                                check.competence(),
                                check.document(),
                                dossier.presented(enrolment.id(), check.document()),
                                dossier.validDocument(enrolment.id(), check.document())))
                        .toList());
    }
}
