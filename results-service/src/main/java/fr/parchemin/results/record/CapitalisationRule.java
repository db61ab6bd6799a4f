package fr.parchemin.results.record;

import fr.parchemin.results.rules.Rule;
import java.util.List;

/**
 * R98: at a session CCP the title follows by capitalisation when, with the block obtained there, every block of the same
 * version is held from validated records; the final interview is a rule of its own ({@link FinalInterviewRule}) and is held
 * at the session of the last block ({@code capitalisation.final-interview} = {@code LAST_CCP_SESSION}). Source: arrêté of 22
 * December 2015, as reported by approved centres.
 */
final class CapitalisationRule implements Rule<DecisionFacts> {

    @Override
    public String number() {
        return "R98";
    }

    @Override
    public List<String> check(DecisionFacts facts) {
        if (!facts.title() || !facts.present()) {
            return List.of();
        }
        return switch (facts.dossier().session().type()) {
            case TITLE -> List.of();
            case CCP ->
                facts.missingBlocks().stream()
                        .map(code -> code + " is neither held nor obtained here: no title by capitalisation.")
                        .toList();
            case CCS ->
                List.of("A complementary certificate completes a title that is held: no title follows from it.");
        };
    }
}
