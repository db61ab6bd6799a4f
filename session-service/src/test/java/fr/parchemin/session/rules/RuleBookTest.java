package fr.parchemin.session.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Modes and parameters. */
class RuleBookTest {

    private static final RuleSheet NINE = RuleSheet.of("R9", Certainty.LAW, "—", "Nine.");
    private static final RuleSheet TEN = RuleSheet.of("R10", Certainty.PRACTICE, "—", "Ten.");
    private static final RuleSheet ELEVEN = RuleSheet.of(
                    "R11", Certainty.ASSUMED, "—", "Eleven.", RuleSheet.parameter("eleven.size", "2"))
            .by(Mode.BLOCK);
    private static final List<Rule<Integer>> ALL = List.of(rule(ELEVEN), rule(TEN), rule(NINE));

    @Test
    void aRefusalListsEveryBrokenRuleInTheOrderOfTheirNumbers() {
        Verdict verdict = book(Map.of()).judge(ALL, 3);
        assertThat(verdict.broken().stream().map(Finding::rule)).containsExactly("R9", "R11");
        assertThat(verdict.warnings().stream().map(Finding::rule)).containsExactly("R10");
        assertThatThrownBy(verdict::warningsOrRefusal).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.kind().status()).isEqualTo(422);
            assertThat(e.violations())
                    .containsExactly(Violation.ofRule("R9", "3 is too much"), Violation.ofRule("R11", "3 is too much"));
        });
    }

    @Test
    void theConfigurationSetsModesAndParameters() {
        RuleBook book = book(Map.of("rules.R9.mode", "warn", "rules.R10.mode", "off", "eleven.size", "5"));
        Verdict verdict = book.judge(ALL, 3);
        assertThat(verdict.broken()).isEmpty();
        assertThat(verdict.warningsOrRefusal().stream().map(Finding::rule)).containsExactly("R9");
        assertThat(book.parameters(ELEVEN).number("eleven.size")).isEqualTo(5);
    }

    private static Rule<Integer> rule(RuleSheet sheet) {
        return new Rule<>() {
            @Override
            public RuleSheet sheet() {
                return sheet;
            }

            @Override
            public List<String> check(Integer facts, Parameters parameters) {
                int size = sheet.parameters().isEmpty() ? 0 : parameters.number("eleven.size");
                return facts > size ? List.of(facts + " is too much") : List.of();
            }
        };
    }

    private static RuleBook book(Map<String, String> values) {
        return new RuleBook(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build());
    }
}
