package fr.parchemin.session.eligibility;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.time.LocalDate;
import java.util.List;

/** R22 (A2015 art. 7): a VAE candidate has a decision of admissibility, valid one year from its notification, and the session begins within that year. */
final class VaeAdmissibilityRule implements Rule<Candidature> {

    private static final String VALIDITY = "vae.admissibility.validity";
    private static final String REFERENCE = "vae.admissibility.reference";
    private static final RuleSheet SHEET = RuleSheet.of(
            "R22",
            Certainty.LAW,
            "A2015 art. 7; the reference date is assumed",
            "VAE: a decision of admissibility is required and valid 1 year from its notification. The session must begin within that year.",
            RuleSheet.parameter(VALIDITY, "P1Y"),
            RuleSheet.parameter(REFERENCE, "SESSION_START"));

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Candidature facts, Parameters parameters) {
        if (!facts.byExperience()) {
            return List.of();
        }
        LocalDate since = facts.vaeAdmissibleSince();
        if (since == null) {
            return List.of("A VAE candidate needs a decision of admissibility: give vaeAdmissibleSince.");
        }
        LocalDate until = since.plus(parameters.period(VALIDITY));
        LocalDate begins = parameters.text(REFERENCE).equals("SESSION_END") ? facts.endsOn() : facts.startsOn();
        return begins.isBefore(since) || begins.isAfter(until)
                ? List.of(
                        "The admissibility holds from %s to %s; the session is on %s.".formatted(since, until, begins))
                : List.of();
    }
}
