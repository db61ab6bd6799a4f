package fr.parchemin.results.record;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a session comes to for one candidate: proposed from the findings, or decided by the jury.
 *
 * @param outcome the word for it
 * @param blocks one line for each block that the session examines
 * @param titleAwarded whether the title follows, by this session or by capitalisation (R98)
 * @param reasons why the title does not follow; empty when it does
 */
@Schema(description = "What the session comes to for one candidate.")
public record Verdict(Outcome outcome, List<BlockResult> blocks, boolean titleAwarded, List<String> reasons) {

    /** Codes of the blocks obtained. */
    public List<String> obtained() {
        return blocks.stream()
                .filter(b -> b.result() == BlockResult.Result.OBTAINED)
                .map(BlockResult::code)
                .toList();
    }
}
