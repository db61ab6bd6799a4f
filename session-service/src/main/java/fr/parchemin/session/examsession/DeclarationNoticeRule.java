package fr.parchemin.session.examsession;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Mode;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/** R63 (RG2016 §1.2): the centre informs the territorial representative of each session beforehand; the delay is not established, two months is a guess. */
final class DeclarationNoticeRule implements Rule<Declaration> {

    private static final String NOTICE = "session.declaration.notice";
    private static final RuleSheet SHEET = RuleSheet.of(
                    "R63",
                    Certainty.LAW,
                    "RG2016 §1.2 for the duty; the delay is assumed",
                    "The centre informs the territorial representative of each session beforehand. The delay is not established.",
                    RuleSheet.parameter(NOTICE, "P2M"))
            .by(Mode.WARN);

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Declaration facts, Parameters parameters) {
        Period notice = parameters.period(NOTICE);
        return facts.today().isAfter(lastDay(facts.startsOn(), parameters))
                ? List.of("The session starts on %s: declared on %s, less than %s before."
                        .formatted(facts.startsOn(), facts.today(), notice))
                : List.of();
    }

    /** Last day on which a declaration is in time. */
    static LocalDate lastDay(LocalDate startsOn, Parameters parameters) {
        return startsOn.minus(parameters.period(NOTICE));
    }
}
