package fr.parchemin.session.juror;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.time.LocalDate;
import java.util.List;

/** R47 (trade press): accreditation is per title, valid nationwide, at most until the title expires. */
final class AccreditationWithinTitleRule implements Rule<Accreditation> {

    private static final RuleSheet SHEET = RuleSheet.of(
            "R47",
            Certainty.LAW_Q,
            "trade press",
            "Accreditation is per title, valid nationwide, at most until the title expires.");

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Accreditation a, Parameters parameters) {
        LocalDate end = a.titleEndsOn();
        return end != null && a.validTo().isAfter(end)
                ? List.of("The accreditation ends on %s, after the validity of the title: end it on %s at the latest."
                        .formatted(a.validTo(), end))
                : List.of();
    }
}
