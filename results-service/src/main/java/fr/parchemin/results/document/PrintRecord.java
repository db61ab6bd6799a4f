package fr.parchemin.results.document;

import fr.parchemin.kit.document.French;
import fr.parchemin.kit.document.PdfDocument;
import fr.parchemin.results.examsession.Enrolment;
import fr.parchemin.results.examsession.ReadSession;
import fr.parchemin.results.record.BlockResult;
import fr.parchemin.results.record.ReadRecord;
import fr.parchemin.results.record.RecordView;
import fr.parchemin.results.record.SessionRecord;
import fr.parchemin.results.rules.Judgement;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets the record of a session (procès-verbal) with the facts that R105 names; a draft says on its face that it is one. */
@ApplicationScoped
class PrintRecord {

    private final ReadRecord records;
    private final ReadSession sessions;

    PrintRecord(ReadRecord records, ReadSession sessions) {
        this.records = records;
        this.sessions = sessions;
    }

    /** The record as PDF/A, for those whom its session concerns. */
    byte[] print(UUID id) {
        RecordView record = records.record(id);
        ZoneId place = sessions.zone(record.session().id());
        return PdfDocument.of(DocumentTemplates.report(report(record, place)).render());
    }

    private static Printed.Report report(RecordView r, ZoneId place) {
        RecordView.SessionView s = r.session();
        RecordView.LinkView link = r.link();
        return new Printed.Report(
                s.title(),
                s.certificationNumber(),
                switch (s.type()) {
                    case TITLE -> "session titre";
                    case CCP -> "session CCP, " + s.blockCode();
                    case CCS -> "session CCS, " + s.blockCode();
                },
                s.ceresNumber(),
                s.centreName(),
                s.centreSiret(),
                s.siteName() + ", " + s.siteCity(),
                French.days(s.startsOn(), s.endsOn()),
                s.manager(),
                s.remote(),
                state(r.state()),
                r.state() == SessionRecord.State.DRAFT,
                r.orderNumber(),
                r.validatedAt() == null ? null : moment(r.validatedAt(), place),
                r.corrects() == null ? null : "le procès-verbal " + r.corrects() + " : " + r.correctionReason(),
                r.jurors().stream()
                        .map(j -> new Printed.Judge(
                                j.name(),
                                j.present() ? "présent" : "absent",
                                j.signedAt() == null ? "–" : "signé le " + moment(j.signedAt(), place)))
                        .toList(),
                r.candidates().stream().map(c -> candidate(c, place)).toList(),
                r.warnings().stream().map(PrintRecord::remark).toList(),
                r.fingerprint(),
                link == null ? null : "Maillon n° %d de la chaîne : %s".formatted(link.position(), link.hash()));
    }

    private static Printed.Candidate candidate(RecordView.CandidateView c, ZoneId place) {
        return new Printed.Candidate(
                c.name() == null ? c.candidateId().toString() : c.name(),
                c.bornOn() == null
                        ? "identité non conservée"
                        : "date de naissance : " + French.day(c.bornOn()).split(" ", 2)[1],
                route(c.route()),
                attendance(c.attendance()),
                switch (c.decided().outcome()) {
                    case AWARDED -> c.decided().titleAwarded() ? "Titre attribué" : "Certificat attribué";
                    case PARTIAL_SUCCESS -> "Réussite partielle";
                    case FAILURE -> "Échec";
                    case ABSENT -> "Absent";
                    case EXCLUDED -> "Exclu";
                },
                c.decided().blocks().stream()
                        .filter(b -> b.result() != BlockResult.Result.NOT_PRESENTED)
                        .map(b -> new Printed.Part(
                                b.code(), "Bloc", b.result() == BlockResult.Result.OBTAINED ? "acquis" : "non acquis"))
                        .toList(),
                c.decision() == null ? "" : c.decision().reasons(),
                c.fraudReports().stream().map(f -> mention(f, place)).toList());
    }

    private static String mention(RecordView.FraudReportView report, ZoneId place) {
        return "Suspicion de fraude le %s%s, rapport du %s."
                .formatted(
                        moment(report.occurredAt(), place),
                        report.eventCode() == null ? "" : " (épreuve " + report.eventCode() + ")",
                        moment(report.reportedAt(), place));
    }

    private static String remark(Judgement.Warning warning) {
        return warning.rule() + " : " + warning.message();
    }

    private static String attendance(Enrolment.@Nullable Attendance attendance) {
        return switch (attendance) {
            case null -> "présence non relevée";
            case PRESENT -> "présent";
            case ABSENT -> "absent";
            case ABSENT_JUSTIFIED -> "absent, justifié";
            case EXCLUDED -> "exclu";
        };
    }

    private static String route(String route) {
        return switch (route) {
            case "INITIAL" -> "formation initiale";
            case "APPRENTICESHIP" -> "apprentissage";
            case "CONTINUING" -> "formation continue";
            case "PROFESSIONALISATION" -> "contrat de professionnalisation";
            case "INDIVIDUAL" -> "candidature individuelle";
            case "EXPERIENCE" -> "validation des acquis de l’expérience";
            default -> route;
        };
    }

    private static String state(SessionRecord.State state) {
        return switch (state) {
            case DRAFT -> "projet";
            case SIGNED -> "signé par le jury";
            case SUBMITTED -> "transmis à l’autorité";
            case RETURNED -> "renvoyé par l’autorité";
            case VALIDATED -> "validé par l’autorité";
            case NOTIFIED -> "validé et notifié";
            case RECTIFIED -> "rectifié par un procès-verbal ultérieur";
        };
    }

    /** Days and hours are those of the place of the session. */
    private static String moment(Instant at, ZoneId place) {
        return "%s à %s"
                .formatted(
                        French.day(LocalDate.ofInstant(at, place)).split(" ", 2)[1],
                        French.time(LocalTime.ofInstant(at, place)));
    }
}
