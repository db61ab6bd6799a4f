package fr.parchemin.session.examsession;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A situation of the assessment kit, from which candidates draw. */
@Embeddable
public record KitSituation(
        @Column(name = "code") String code,
        @Column(name = "type") String type,
        @Column(name = "label") String label) {}
