package fr.parchemin.session.jury;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** R56 (R49): after the exclusions of R52 to R54 each candidate keeps at least two jurors; otherwise the session cannot be convoked for that candidate. */
final class EnoughJurorsRule implements Rule<JuryFacts> {

    static final String MIN_PRESENT = "jury.min-present";
    private static final RuleSheet SHEET = RuleSheet.of(
            "R56",
            Certainty.OLD,
            "R49",
            "After the exclusions of R52 to R54, each candidate keeps at least two jurors; otherwise the session cannot be convoked for that candidate.",
            RuleSheet.parameter(MIN_PRESENT, "2"));

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(JuryFacts facts, Parameters parameters) {
        int needed = parameters.number(MIN_PRESENT);
        Set<UUID> present = facts.present();
        return facts.seats().stream()
                .map(seat -> {
                    long left = facts.members().stream()
                            .map(JuryFacts.Member::jurorId)
                            .filter(j -> present == null || present.contains(j))
                            .filter(j -> !seat.excluded().contains(j))
                            .count();
                    return left < needed
                            ? "Enrolment %s: %d juror(s) are left after recusals; %d are needed."
                                    .formatted(seat.enrolmentId(), left, needed)
                            : "";
                })
                .filter(message -> !message.isEmpty())
                .toList();
    }
}
