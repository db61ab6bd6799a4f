package fr.parchemin.referentiel.assessmentplan;

import fr.parchemin.referentiel.publication.PublishedPlan;
import fr.parchemin.referentiel.sheet.StoredJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * The assessment plan in force of a certification. Each change makes a new revision; the earlier ones stay readable,
 * because a session is held by the plan it was declared with.
 */
@Entity
@Table(name = "assessment_plan")
class AssessmentPlan {

    @Id
    @Column(name = "certification_number")
    private String certificationNumber;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "revision")
    private int revision;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "content")
    private String content;

    @Column(name = "content_hash")
    private String contentHash;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected AssessmentPlan() {
        // For Hibernate.
    }

    /** The first plan of a certification. */
    AssessmentPlan(String certificationNumber, Plan plan, String by, Instant now) {
        this.certificationNumber = certificationNumber;
        this.revision = 1;
        this.content = StoredJson.write(plan);
        this.contentHash = hashOf(plan);
        this.changedBy = by;
        this.changedAt = now;
    }

    /**
     * Replaces the plan by a new revision.
     *
     * @return whether it differs from the one in force
     */
    boolean replace(Plan plan, String by, Instant now) {
        String hash = hashOf(plan);
        if (hash.equals(contentHash)) {
            return false;
        }
        revision++;
        content = StoredJson.write(plan);
        contentHash = hash;
        changedBy = by;
        changedAt = now;
        return true;
    }

    Plan plan() {
        return StoredJson.read(content, Plan.class);
    }

    String certificationNumber() {
        return certificationNumber;
    }

    int revision() {
        return revision;
    }

    String contentHash() {
        return contentHash;
    }

    String content() {
        return content;
    }

    String changedBy() {
        return changedBy;
    }

    Instant changedAt() {
        return changedAt;
    }

    AssessmentPlanView toView() {
        return AssessmentPlanView.of(certificationNumber, revision, plan(), changedAt);
    }

    PublishedPlan toPublished() {
        Plan plan = plan();
        return new PublishedPlan(
                revision,
                plan.targets().stream()
                        .map(t -> new PublishedPlan.Target(
                                t.target(),
                                t.totalMinutes(),
                                t.events().stream()
                                        .map(AssessmentPlan::published)
                                        .toList()))
                        .toList(),
                plan.documentChecks().stream()
                        .map(c -> new PublishedPlan.DocumentCheck(c.competence(), c.document()))
                        .toList(),
                plan.situationTypes().stream()
                        .map(t -> new PublishedPlan.SituationType(t.code(), t.label()))
                        .toList(),
                plan.complements().stream()
                        .map(c -> new PublishedPlan.Complement(
                                c.code(),
                                c.label(),
                                c.competences().stream()
                                        .map(k -> new PublishedPlan.Competence(k.code(), k.label()))
                                        .toList()))
                        .toList());
    }

    /** Fingerprint by which two plans are the same. */
    static String hashOf(Plan plan) {
        return StoredJson.hash(StoredJson.write(plan));
    }

    private static PublishedPlan.Event published(Plan.Event event) {
        Plan.Draw draw = event.draw();
        return new PublishedPlan.Event(
                event.code(),
                event.kind().name(),
                event.label(),
                event.minutes(),
                event.after(),
                draw == null ? null : new PublishedPlan.Draw(draw.count(), draw.types()),
                event.competences());
    }
}
