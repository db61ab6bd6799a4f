package fr.parchemin.results.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.kit.problem.ProblemException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleBookTest {

    /** A rule that is never kept. */
    private record Broken(String number) implements Rule<String> {

        @Override
        public List<String> check(String facts) {
            return List.of(facts + " breaks it");
        }
    }

    @ParameterizedTest
    @CsvSource({"block,1,0", "BLOCK,1,0", "warn,0,1", " off ,0,0"})
    void appliesARuleInTheModeInForce(String mode, int broken, int warnings) {
        Judgement judgement = book(Map.of("rules.R49.mode", mode)).judge(List.of(new Broken("R49")), "it");
        assertThat(judgement.broken()).hasSize(broken);
        assertThat(judgement.warnings()).hasSize(warnings);
    }

    @Test
    void blocksWhereNothingIsSaid() {
        Judgement judgement = book(Map.of()).judge(List.of(new Broken("R49"), new Broken("R56")), "it");
        assertThat(judgement.broken()).extracting("rule").containsExactly("R49", "R56");
        assertThatThrownBy(judgement::refuseBroken)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.violations()).hasSize(2));
    }

    private static RuleBook book(Map<String, String> settings) {
        return new RuleBook(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build());
    }
}
