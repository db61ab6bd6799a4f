package fr.parchemin.session.jury;

import fr.parchemin.session.approval.Period;
import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.time.LocalDate;
import java.util.List;

/** R48 (ENG no 4; the exception is assumed): the accreditation of each juror is active on every day of the session. In the grace year one that ran to the last day of validity of the title is deemed active. */
final class AccreditationActiveRule implements Rule<JuryFacts> {

    private static final String GRACE = "accreditation.grace-extension";
    private static final RuleSheet SHEET = RuleSheet.of(
            "R48",
            Certainty.LAW_Q,
            "ENG no 4; exception assumed",
            "The accreditation of each juror is active on every day of the session; the centre checks it. In the grace year an accreditation that ran to the last day of validity is deemed active.",
            RuleSheet.parameter(GRACE, "true"));

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(JuryFacts facts, Parameters parameters) {
        boolean grace = parameters.flag(GRACE);
        return facts.members().stream()
                .filter(m -> !m.accreditations().isEmpty())
                .filter(m -> !Period.cover(inForce(m, facts, grace), facts.startsOn(), facts.endsOn()))
                .map(m -> "%s is not accredited for %s on every day from %s to %s."
                        .formatted(m.name(), facts.certificationNumber(), facts.startsOn(), facts.endsOn()))
                .toList();
    }

    private static List<Period> inForce(JuryFacts.Member member, JuryFacts facts, boolean grace) {
        LocalDate end = facts.titleEndsOn();
        return grace && end != null ? Period.deemedToHoldOn(member.accreditations(), end) : member.accreditations();
    }
}
