package fr.parchemin.results.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionTest {

    @ParameterizedTest
    @CsvSource({
        "69381, 69001, 84",
        "35238, , 53",
        "2A004, 20000, 94",
        ", 20200, 94",
        "97411, 97400, 04",
        "97502, 97500, 99",
        "98818, 98800, 99",
        "01053, 01000, 84",
        "75056, , 11",
        ", , 99",
        "9, , 99"
    })
    void liesInTheRegionOfItsDepartment(@Nullable String insee, @Nullable String postal, String region) {
        assertThat(Region.of(insee, postal)).isEqualTo(region);
    }

    @Test
    void aBandBeginsOnTheBirthday() {
        LocalDate born = LocalDate.of(2001, 2, 3);
        assertThat(AgeBand.of(born, LocalDate.of(2019, 2, 2))).isEqualTo(AgeBand.UNDER_18);
        assertThat(AgeBand.of(born, LocalDate.of(2019, 2, 3))).isEqualTo(AgeBand.FROM_18_TO_24);
        assertThat(AgeBand.of(born, LocalDate.of(2026, 2, 2))).isEqualTo(AgeBand.FROM_18_TO_24);
        assertThat(AgeBand.of(born, LocalDate.of(2026, 2, 3))).isEqualTo(AgeBand.FROM_25_TO_34);
        assertThat(AgeBand.of(born, LocalDate.of(2036, 2, 3))).isEqualTo(AgeBand.FROM_35_TO_44);
        assertThat(AgeBand.of(born, LocalDate.of(2056, 2, 3))).isEqualTo(AgeBand.FROM_55);
        assertThat(AgeBand.of(born, LocalDate.of(2099, 2, 3))).isEqualTo(AgeBand.FROM_55);
    }
}
