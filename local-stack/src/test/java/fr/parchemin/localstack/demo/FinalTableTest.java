package fr.parchemin.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.localstack.demo.FinalTable.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class FinalTableTest {

    private static final Row PARTIAL = new Row(
            "Fictif Bêta",
            "TITLE",
            "PARTIAL_SUCCESS",
            List.of("RNCP37722BC01", "RNCP37722BC03"),
            FinalTable.NONE,
            List.of("BC01 PAR-1", "BC03 PAR-2"));

    @Test
    void theNumbersOfAwardsMayDifferTheirCountMayNot() {
        Row otherNumbers = new Row(
                PARTIAL.candidate(),
                PARTIAL.session(),
                PARTIAL.outcome(),
                PARTIAL.blocks(),
                PARTIAL.title(),
                List.of("any", "two"));
        Row oneMore = new Row(
                PARTIAL.candidate(),
                PARTIAL.session(),
                PARTIAL.outcome(),
                PARTIAL.blocks(),
                PARTIAL.title(),
                List.of("any", "two", "three"));
        assertThat(table(PARTIAL).differencesFrom(table(otherNumbers))).isEmpty();
        assertThat(table(PARTIAL).differencesFrom(table(oneMore)))
                .containsExactly("Fictif Bêta, TITLE: number of awards is 2, expected 3");
    }

    @Test
    void everyDifferenceIsNamed() {
        Row absent = new Row("Fictif Bêta", "TITLE", "ABSENT", List.of(), FinalTable.NONE, List.of());
        assertThat(table(absent).differencesFrom(table(PARTIAL, PARTIAL)))
                .containsExactly(
                        "1 rows instead of 2",
                        "Fictif Bêta, TITLE: outcome is ABSENT, expected PARTIAL_SUCCESS",
                        "Fictif Bêta, TITLE: blocks is [], expected [RNCP37722BC01, RNCP37722BC03]",
                        "Fictif Bêta, TITLE: number of awards is 0, expected 2");
    }

    @Test
    void itPrintsOneLineForEachAward() {
        assertThat(table(PARTIAL).print())
                .containsExactly(
                        "candidate    session  outcome          blocks     title  awards",
                        "-----------  -------  ---------------  ---------  -----  ----------",
                        "Fictif Bêta  TITLE    PARTIAL_SUCCESS  BC01 BC03  -      BC01 PAR-1",
                        "                                                         BC03 PAR-2");
    }

    private static FinalTable table(Row... rows) {
        return new FinalTable(List.of(rows));
    }
}
