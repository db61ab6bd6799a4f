package fr.parchemin.session.candidate;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Mode;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/**
 * R122 (public practice of another certifier): the identity used for the record, the award and the declaration is frozen at
 * the examination; afterwards the centre can no longer change name and birth data.
 */
final class IdentityFreezeRule implements Rule<IdentityFreezeRule.Change> {

    private static final String FREEZE_AT = "identity.freeze-at";
    private static final RuleSheet SHEET = RuleSheet.of(
                    "R122",
                    Certainty.PRACTICE,
                    "Public practice of another certifier (Pix)",
                    "The identity used for record, award and declaration is frozen when the candidate is present at the"
                            + " examination. Name and birth data can no longer be changed by the centre afterwards.",
                    RuleSheet.parameter(FREEZE_AT, "PRESENT"))
            .by(Mode.BLOCK);

    /** A change of a candidate's record. */
    record Change(boolean frozen, CivilIdentity before, CivilIdentity after) {}

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Change change, Parameters parameters) {
        return change.frozen() && !change.before().equals(change.after())
                ? List.of(
                        "The candidate was present at an examination: name and birth data are frozen; a correction is an"
                                + " act of the authority.")
                : List.of();
    }
}
