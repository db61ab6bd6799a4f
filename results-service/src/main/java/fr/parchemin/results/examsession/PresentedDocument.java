package fr.parchemin.results.examsession;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A document that a candidate showed, such as the first-aid certificate (R85 to R90). */
@Entity
@Table(name = "presented_document")
public class PresentedDocument {

    /** Who showed it, and what kind it is. */
    @Embeddable
    public record Key(
            @Column(name = "enrolment_id") UUID enrolmentId,
            @Column(name = "kind") String kind) {}

    @EmbeddedId
    private Key key;

    @Column(name = "valid_on_exam_day")
    private boolean validOnExamDay;

    @Column(name = "presented_at")
    private Instant presentedAt;

    @SuppressWarnings("NullAway.Init")
    protected PresentedDocument() {}

    PresentedDocument(Key key, boolean validOnExamDay, Instant presentedAt) {
        this.key = key;
        this.validOnExamDay = validOnExamDay;
        this.presentedAt = presentedAt;
    }

    void again(boolean valid, Instant at) {
        validOnExamDay = valid;
        presentedAt = at;
    }

    public UUID enrolmentId() {
        return key.enrolmentId();
    }

    public String kind() {
        return key.kind();
    }

    public boolean validOnExamDay() {
        return validOnExamDay;
    }
}
