package fr.parchemin.results.examsession;

import fr.parchemin.results.Rncp37722;
import fr.parchemin.results.certification.CertificationFixture;
import fr.parchemin.results.certification.CertificationVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts together a session for tests of pure rules. */
public final class DossierBuilder {

    private final ExamSession session;
    private final List<Enrolment> enrolments = new ArrayList<>();
    private final List<JurySeat> seats = new ArrayList<>();
    private final Map<UUID, Juror> jurors = new HashMap<>();
    private final Set<Recusal.Key> recused = new HashSet<>();
    private final List<PresentedDocument> documents = new ArrayList<>();
    private CertificationVersion certification = CertificationFixture.rncp37722();

    private DossierBuilder(ExamSession.Type type, @Nullable String block, boolean finalInterview) {
        session = new ExamSession(new SessionEvent.Session(
                UUID.randomUUID(),
                type,
                Rncp37722.NUMBER,
                block,
                1,
                "98222438800016",
                "Centre fictif",
                "Plateau fictif",
                "Lyon",
                "69001",
                "69381",
                "Europe/Paris",
                LocalDate.of(2026, 11, 23),
                LocalDate.of(2026, 11, 23),
                "Fictif Responsable",
                finalInterview,
                false,
                null));
    }

    public static DossierBuilder title() {
        return new DossierBuilder(ExamSession.Type.TITLE, null, false);
    }

    public static DossierBuilder block(String code, boolean finalInterview) {
        return new DossierBuilder(ExamSession.Type.CCP, code, finalInterview);
    }

    /** A session for a complementary certificate, which is no block. */
    public static DossierBuilder complement() {
        return new DossierBuilder(ExamSession.Type.CCS, null, false);
    }

    /** A member of the jury. */
    public Juror juror(boolean present) {
        Juror juror = new Juror(new IdentityEvent.Juror(
                UUID.randomUUID(), "juror-" + jurors.size(), "Fictif", "Juré " + (jurors.size() + 1)));
        JurySeat seat = new JurySeat(session.id(), juror.id());
        seat.present(present);
        jurors.put(juror.id(), juror);
        seats.add(seat);
        return juror;
    }

    /** A candidate, null for one whose attendance is not recorded. */
    public Enrolment candidate(Enrolment.@Nullable Attendance attendance) {
        Enrolment enrolment = new Enrolment(
                session.id(),
                new SessionEvent.Enrolment(UUID.randomUUID(), UUID.randomUUID(), "CONTINUING", null, null));
        if (attendance != null) {
            enrolment.attended(attendance, 1);
        }
        enrolments.add(enrolment);
        return enrolment;
    }

    public DossierBuilder recuse(Enrolment enrolment, Juror juror) {
        recused.add(new Recusal.Key(enrolment.id(), juror.id()));
        return this;
    }

    public DossierBuilder firstAid(Enrolment enrolment, boolean valid) {
        documents.add(new PresentedDocument(
                new PresentedDocument.Key(enrolment.id(), "SST"), valid, Instant.parse("2026-11-23T08:00:00Z")));
        return this;
    }

    /** A block more, without competences. */
    public DossierBuilder emptyBlock(String code) {
        certification = CertificationFixture.rncp37722With(code);
        return this;
    }

    public SessionDossier build() {
        return new SessionDossier(
                session,
                certification,
                List.copyOf(enrolments),
                List.copyOf(seats),
                Map.copyOf(jurors),
                Set.copyOf(recused),
                List.copyOf(documents),
                List.of(),
                Map.of());
    }
}
