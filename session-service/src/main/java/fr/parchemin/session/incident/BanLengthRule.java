package fr.parchemin.session.incident;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.time.LocalDate;
import java.util.List;

/** R116 (F2005; RG2008 §6): the administration may ban from sitting for at most one year from the notification. */
final class BanLengthRule implements Rule<BanRequest> {

    private static final String LONGEST = "fraud.ban.max";
    private static final RuleSheet SHEET = RuleSheet.of(
            "R116",
            Certainty.OLD,
            "F2005; RG2008 §6",
            "Sanctions range from immediate exclusion to a ban of at most 1 year counted from notification, decided by the administration.",
            RuleSheet.parameter(LONGEST, "P1Y"));

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(BanRequest facts, Parameters parameters) {
        LocalDate latest = facts.notifiedOn().plus(parameters.period(LONGEST));
        return facts.lastDay().isAfter(latest)
                ? List.of("A ban notified on %s ends on %s at the latest.".formatted(facts.notifiedOn(), latest))
                : List.of();
    }
}
