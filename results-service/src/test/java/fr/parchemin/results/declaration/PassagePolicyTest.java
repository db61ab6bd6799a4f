package fr.parchemin.results.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassagePolicyTest {

    static Passage passage(Passage.Holder holder) {
        return new Passage(
                UUID.fromString("019ab0c4-7e1c-7000-8000-000000000002"),
                LocalDate.of(2026, 11, 30),
                "CONTINUING",
                false,
                LocalDate.of(2026, 11, 23),
                LocalDate.of(2026, 11, 24),
                false,
                "35000",
                LocalDate.of(2026, 10, 5),
                holder);
    }

    static Passage.Holder holder(
            String birthName, String firstName, String sex, @Nullable String insee, String country) {
        return new Passage.Holder(
                birthName, null, List.of(firstName), sex, LocalDate.of(2001, 2, 3), "Lieu fictif", insee, country);
    }

    private static List<String> fieldsAtFault(Passage.Holder holder) {
        return PassagePolicy.faults(passage(holder)).stream()
                .map(f -> f.field() + " " + f.rule())
                .toList();
    }

    @ParameterizedTest(name = "born in {0}, {1}")
    @CsvSource({
        "69123, FRA, ''",
        "2A004, FRA, ''",
        "97411, FRA, ''",
        "98735, FRA, ''",
        "99109, DEU, ''",
        ", DEU, ''",
        ", FRA, ''",
        "96001, FRA, birthPlace/inseeCode D9",
        "99109, FRA, birthPlace/inseeCode D9",
        "20004, FRA, ''",
        "99100, DEU, birthPlace/inseeCode D9",
        "69123, DEU, birthPlace/inseeCode D9",
        "6912, FRA, birthPlace/inseeCode D9"
    })
    void aPlaceOfBirthIsACommuneOfFranceOrACountry(@Nullable String insee, String country, String fault) {
        assertThat(fieldsAtFault(holder("FICTIF", "Alex", "F", insee, country)))
                .containsExactlyElementsOf(fault.isEmpty() ? List.of() : List.of(fault));
    }

    @Test
    void everyFaultIsNamedAtOnceAndNoValueRepeated() {
        var faults = PassagePolicy.faults(passage(new Passage.Holder(
                " ",
                "N".repeat(61),
                List.of("A\u0001B", ""),
                "X",
                LocalDate.of(1899, 12, 31),
                "Lieu",
                "00000",
                "FRA")));
        assertThat(faults.stream().map(f -> f.field() + " " + f.rule()))
                .containsExactly(
                        "birthName D15",
                        "usageName D15",
                        "firstNames/0 D15",
                        "firstNames/1 D15",
                        "bornOn R140",
                        "sex D18",
                        "birthPlace/inseeCode D9");
        assertThat(faults.toString()).doesNotContain("NNN", "00000", "1899-12-31");
    }

    @Test
    void sixtyCharactersFitAndSixtyOneDoNot() {
        assertThat(fieldsAtFault(holder("É".repeat(60), "Alex", "M", null, "FRA")))
                .isEmpty();
        assertThat(fieldsAtFault(holder("  " + "É".repeat(60) + "  ", "Alex", "M", null, "FRA")))
                .isEmpty();
        assertThat(fieldsAtFault(holder("É".repeat(61), "Alex", "M", null, "FRA")))
                .containsExactly("birthName D15");
    }
}
