package fr.parchemin.session.examsession;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A rule that only warns, with the step at which it was not kept. */
@Embeddable
record SessionWarning(
        @Column(name = "step") String step,
        @Column(name = "rule") String rule,
        @Column(name = "message") String message) {}
