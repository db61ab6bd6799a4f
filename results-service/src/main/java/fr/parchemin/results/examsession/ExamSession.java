package fr.parchemin.results.examsession;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An exam session as the session service last told it. */
@Entity
@Table(name = "exam_session")
public class ExamSession {

    /** What a session examines for. */
    public enum Type {
        TITLE,
        CCP,
        CCS
    }

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(name = "type")
    private Type type;

    @Column(name = "certification_number")
    private String certificationNumber;

    @Column(name = "block_code")
    private @Nullable String blockCode;

    @Column(name = "plan_version")
    private int planVersion;

    @Column(name = "centre_siret")
    private String centreSiret;

    @Column(name = "centre_name")
    private String centreName;

    @Column(name = "site_name")
    private String siteName;

    @Column(name = "site_city")
    private String siteCity;

    @Column(name = "site_postal_code")
    private @Nullable String sitePostalCode;

    @Column(name = "site_insee_code")
    private @Nullable String siteInseeCode;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "starts_on")
    private LocalDate startsOn;

    @Column(name = "ends_on")
    private LocalDate endsOn;

    @Column(name = "manager")
    private String manager;

    @Column(name = "with_final_interview")
    private boolean withFinalInterview;

    @Column(name = "remote")
    private boolean remote;

    @Column(name = "ceres_number")
    private @Nullable String ceresNumber;

    @Column(name = "opened_at")
    private @Nullable Instant openedAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "annulled_on")
    private @Nullable LocalDate annulledOn;

    @Column(name = "annulment_reference")
    private @Nullable String annulmentReference;

    @Column(name = "annulment_reason")
    private @Nullable String annulmentReason;

    @Column(name = "cancelled")
    private boolean cancelled;

    @SuppressWarnings("NullAway.Init")
    protected ExamSession() {}

    @SuppressWarnings("NullAway.Init")
    ExamSession(SessionEvent.Session told) {
        id = told.id();
        refresh(told);
    }

    final void refresh(SessionEvent.Session told) {
        type = told.type();
        certificationNumber = told.certificationNumber();
        blockCode = told.blockCode();
        planVersion = told.planVersion();
        centreSiret = told.centreSiret();
        centreName = told.centreName();
        siteName = told.siteName();
        siteCity = told.siteCity();
        sitePostalCode = told.sitePostalCode();
        siteInseeCode = told.siteInseeCode();
        timeZone = told.timeZone();
        startsOn = told.startsOn();
        endsOn = told.endsOn();
        manager = told.manager();
        withFinalInterview = told.withFinalInterview();
        remote = told.remote();
        ceresNumber = told.ceresNumber();
    }

    /** What is cancelled is never opened: if it was, that was undone. */
    void opened(Instant at) {
        openedAt = at;
        cancelled = false;
    }

    void closed(Instant at) {
        closedAt = at;
    }

    void cancel() {
        cancelled = true;
    }

    void resume() {
        cancelled = false;
    }

    void annul(SessionEvent.Annulled told) {
        annulledOn = told.decidedOn();
        annulmentReference = told.decisionReference();
        annulmentReason = told.reason();
    }

    /** Day of the decision by which the session is void, null while it stands (R121). */
    public @Nullable LocalDate annulledOn() {
        return annulledOn;
    }

    public @Nullable String annulmentReference() {
        return annulmentReference;
    }

    public @Nullable String annulmentReason() {
        return annulmentReason;
    }

    public UUID id() {
        return id;
    }

    public Type type() {
        return type;
    }

    public String certificationNumber() {
        return certificationNumber;
    }

    /** The block of a session CCP or CCS, null for the whole title. */
    public @Nullable String blockCode() {
        return blockCode;
    }

    public int planVersion() {
        return planVersion;
    }

    public String centreSiret() {
        return centreSiret;
    }

    public String centreName() {
        return centreName;
    }

    public String siteName() {
        return siteName;
    }

    public String siteCity() {
        return siteCity;
    }

    /** Zone of the place of the exam: its days are days there. */
    public String timeZone() {
        return timeZone;
    }

    public LocalDate startsOn() {
        return startsOn;
    }

    public LocalDate endsOn() {
        return endsOn;
    }

    public String manager() {
        return manager;
    }

    public boolean withFinalInterview() {
        return withFinalInterview;
    }

    public boolean remote() {
        return remote;
    }

    public @Nullable String ceresNumber() {
        return ceresNumber;
    }

    /** Whether the exam has begun and was not cancelled: only then is anything found. */
    public boolean open() {
        return openedAt != null && !cancelled && annulledOn == null;
    }

    /** Whether the exam is over: only then does the jury deliberate. */
    public boolean closed() {
        return closedAt != null && !cancelled;
    }
}
