package fr.parchemin.results.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AgeBandTest {

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
