package fr.parchemin.session.juror;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/**
 * R45 (DREETS Normandie; trade press): accreditation requires at least 3 years in the trade and not having left it for more
 * than 5 years before it.
 */
final class TradeExperienceRule implements Rule<Accreditation> {

    private static final String MIN_EXPERIENCE = "accreditation.min-experience";
    private static final String MAX_ABSENCE = "accreditation.max-absence";
    private static final RuleSheet SHEET = RuleSheet.of(
            "R45",
            Certainty.LAW_Q,
            "DREETS Normandie; trade press",
            "Accreditation requires at least 3 years in the trade and not having left it for more than 5 years before it.",
            RuleSheet.parameter(MIN_EXPERIENCE, "P3Y"),
            RuleSheet.parameter(MAX_ABSENCE, "P5Y"));

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Accreditation a, Parameters parameters) {
        List<String> faults = new ArrayList<>();
        Period experience = parameters.period(MIN_EXPERIENCE);
        if (a.yearsInTrade() < experience.getYears()) {
            faults.add("%d year(s) in the trade; %d are needed.".formatted(a.yearsInTrade(), experience.getYears()));
        }
        Period absence = parameters.period(MAX_ABSENCE);
        LocalDate left = a.leftTradeOn();
        if (left != null && left.plus(absence).isBefore(a.validFrom())) {
            faults.add(
                    "The juror left the trade on %s, more than %s before the accreditation.".formatted(left, absence));
        }
        return faults;
    }
}
