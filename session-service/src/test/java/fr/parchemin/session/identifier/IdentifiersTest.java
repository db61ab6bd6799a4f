package fr.parchemin.session.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Identifiers as people type them. */
class IdentifiersTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "73282932000074, true",
        "35600000000048, true",
        "35600000009075, true",
        "35600000009093, true",
        "35600000009090, false",
        "50000000000000, false",
        "11000007200014, true",
        "98222438800016, true",
        "2408240600034, false",
        "MONACOCONFO001, false",
    })
    void siret(String value, boolean valid) {
        assertThat(Siret.Check.isSiret(value)).isEqualTo(valid);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"75056, true", "2A004, true", "99109, true", "2C004, false", "7505, false"})
    void insee(String value, boolean valid) {
        assertThat(value.matches(Identifiers.INSEE)).isEqualTo(valid);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"RNCP37722BC01, true", "RNCP37722BC1, false", "01, false"})
    void block(String value, boolean valid) {
        assertThat(value.matches(Identifiers.PART)).isEqualTo(valid);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"RNCP37722, true", "RNCP509, true", "RS5000, true", "37722, false", "RNCP0, false"})
    void certification(String value, boolean valid) {
        assertThat(value.matches(Identifiers.CERTIFICATION)).isEqualTo(valid);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {"D'Été-Ïle; true", "Jean-Pierre; true", "X Æ A-12; false", "' '; false"})
    void civilName(String value, boolean valid) {
        assertThat(value.matches(Identifiers.CIVIL_NAME)).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({"'982 224 388 00016', 98222438800016", "'982.224.388-00016', 98222438800016"})
    void digitsAreGroupedByPeopleNotByMachines(String typed, String digits) {
        assertThat(Identifiers.digits(typed)).isEqualTo(digits);
    }
}
