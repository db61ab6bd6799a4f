package fr.parchemin.referentiel.certification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.referentiel.RandomSheets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sheet is searched by is words between single spaces: PostgreSQL takes "soudeur/soudeuse" for the name of a file. */
class SheetColumnsTest {

    private static final String WORDS = "([\\p{L}\\p{N}]+( [\\p{L}\\p{N}]+)*)?";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void searchedByWordsAlone(long seed) {
        assertThat(SheetColumns.searchText("RNCP1", "Soudeur/soudeuse <TIG>", "A.M.I.S."))
                .isEqualTo("rncp1 soudeur soudeuse tig a m i s");
        assertThat(SheetColumns.of(new RandomSheets(seed).sheet("RNCP1"), List.of())
                        .searchDetails())
                .isNotEmpty()
                .matches(WORDS);
    }
}
