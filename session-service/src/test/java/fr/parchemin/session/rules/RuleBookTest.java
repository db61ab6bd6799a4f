package fr.parchemin.session.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "warn, 2026-11-23, WARN",
        "warn; from 2027-01-01: block, 2026-12-31, WARN",
        "warn; from 2027-01-01: block, 2027-01-01, BLOCK",
        "from 2027-01-01: off, 2026-12-31, BLOCK",
        "from 2027-01-01: off; from 2028-01-01: warn, 2027-12-31, OFF",
        "from 2027-01-01: off; from 2028-01-01: warn, 2028-01-01, WARN",
    })
    void aModeChangesOnADay(String line, LocalDate day, Mode mode) {
        assertThat(book(Map.of("rules.R9.mode", line)).mode(NINE, day)).isEqualTo(mode);
    }

    /** Facts with a day of their own. */
    record Dated(LocalDate judgedOn, int size) implements Judged {}

    @Test
    void factsAreJudgedByTheRulesOfTheirDay() {
        Rule<Dated> eleven = new Rule<>() {
            @Override
            public RuleSheet sheet() {
                return ELEVEN;
            }

            @Override
            public List<String> check(Dated facts, Parameters parameters) {
                return facts.size() > parameters.number("eleven.size") ? List.of("too much") : List.of();
            }
        };
        RuleBook book = book(Map.of("eleven.size", "5; from 2027-01-01: 1", "rules.R11.mode", "from 2027-06-01: warn"));
        assertThat(book.judge(List.of(eleven), new Dated(LocalDate.of(2026, 12, 31), 3)))
                .isEqualTo(Verdict.clear());
        assertThat(book.judge(List.of(eleven), new Dated(LocalDate.of(2027, 1, 1), 3))
                        .broken())
                .hasSize(1);
        assertThat(book.judge(List.of(eleven), new Dated(LocalDate.of(2027, 6, 1), 3))
                        .warnings())
                .hasSize(1);
        assertThat(book.judge(List.of(rule(ELEVEN)), 3)).isEqualTo(Verdict.clear());
        assertThat(book.later(ELEVEN, book.today()))
                .containsExactly(
                        new RuleBook.Change(LocalDate.of(2027, 1, 1), "eleven.size", "1"),
                        new RuleBook.Change(LocalDate.of(2027, 6, 1), "rules.R11.mode", "warn"));
    }

    @Test
    void whatCannotBeReadIsNamedWhenTheServiceStarts() {
        RuleBook book = book(Map.of(
                "rules.R9.mode",
                "blok",
                "rules.R10.mode",
                "warn; 2027-01-01: off",
                "eleven.size",
                "2; from 2027-13-01: 3"));
        assertThatThrownBy(() -> book.check(List.of(NINE, TEN, ELEVEN)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Rules cannot be read from the configuration:"
                        + " eleven.size: \"2027-13-01\" is not a day such as 2027-01-01;"
                        + " rules.R10.mode: \"2027-01-01: off\" is not of the form \"from 2027-01-01: value\";"
                        + " rules.R9.mode: \"blok\" is not block, warn or off");
        assertThatThrownBy(() -> book(Map.of("eleven.size", "two")).check(List.of(ELEVEN)))
                .hasMessageEndingWith("eleven.size: \"two\" is not a number such as 2");
        book(Map.of("eleven.size", "from 2027-01-01: 7")).check(List.of(NINE, TEN, ELEVEN));
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
        return new RuleBook(
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(values, "test", 100))
                        .build(),
                Clock.fixed(Instant.parse("2026-11-23T08:30:00Z"), ZoneOffset.UTC));
    }
}
