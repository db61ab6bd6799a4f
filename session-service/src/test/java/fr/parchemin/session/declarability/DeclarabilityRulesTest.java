package fr.parchemin.session.declarability;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Rules;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D9, D15 and R140. */
class DeclarabilityRulesTest {

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({
        "35238, FRA, 0",
        "01001, FRA, 0",
        "2A004, FRA, 0",
        "97411, FRA, 0",
        "98818, FRA, 0",
        ", FRA, 1",
        "00001, FRA, 1",
        "20004, FRA, 0",
        "96001, FRA, 1",
        "97901, FRA, 1",
        "99109, FRA, 1",
        "99109, DEU, 0",
        "35238, DEU, 1",
        "99100, DEU, 1",
        "99900, DEU, 1",
        ", DEU, 1"
    })
    void thePlaceOfBirth(@Nullable String code, String country, int faults) {
        assertThat(Rules.faults(new BirthPlaceRule(), status("Fictif", null, "Alpha", 1996, code, "Rennes", country)))
                .isEqualTo(faults);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"Fictif, 0", "Lœuillet-Žižka, 0", "d’Août, 0", "Фиктив, 1", "Φίκτιφ, 1", "Fiсtif, 1"})
    void names(String name, int faults) {
        assertThat(Rules.faults(new SpellingRule(), status(name, null, "Alpha", 1996, "35238", "Rennes", "FRA")))
                .isEqualTo(faults);
        assertThat(Rules.faults(new SpellingRule(), status("Fictif", name, name, 1996, "35238", "Rennes", "FRA")))
                .isEqualTo(2 * faults);
    }

    @Test
    void nothingIsCut() {
        assertThat(Rules.faults(
                        new SpellingRule(),
                        status("F".repeat(61), null, "A".repeat(60), 1996, "35238", "R".repeat(61), "FRA")))
                .isEqualTo(2);
    }

    @ParameterizedTest(name = "born in {0}: {1}")
    @CsvSource({"1899, 1", "1900, 0", "2010, 0"})
    void theYear(int year, int faults) {
        assertThat(Rules.faults(
                        new DeclarationFormatRule(), status("Fictif", null, "Alpha", year, "35238", "Rennes", "FRA")))
                .isEqualTo(faults);
    }

    private static CivilStatus status(
            String name,
            @Nullable String usage,
            String first,
            int year,
            @Nullable String insee,
            String label,
            String country) {
        return new CivilStatus(name, usage, List.of(first), LocalDate.of(year, 3, 14), insee, label, country);
    }
}
