package fr.parchemin.session.eligibility;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.time.LocalDate;
import java.util.List;

/** R5 (api-apprentissage; the meaning of "entry" is assumed): nobody enters a path after the end of registration, that day included; the entry is the start of the training or the admissibility of a VAE, not the day of the examination. */
final class EntryBeforeExpiryRule implements Rule<Candidature> {

    private static final String ENTRY_BASIS = "version.entry-basis";
    private static final RuleSheet SHEET = RuleSheet.of(
            "R5",
            Certainty.SPEC,
            "api-apprentissage documentation (period of validity)",
            "No entry into a path after the end of registration, that day included. Entry is the start of the training or the VAE admissibility, not the examination date.",
            RuleSheet.parameter(ENTRY_BASIS, "PATH_START"));

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Candidature facts, Parameters parameters) {
        LocalDate entered = facts.enteredOn();
        return entered != null && facts.certification().expiredOn(entered)
                ? List.of("The candidate entered the path on %s; the registration of %s ended on %s."
                        .formatted(
                                entered,
                                facts.certification().number(),
                                facts.certification().registrationEndsOn()))
                : List.of();
    }
}
