package fr.parchemin.results.verification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyAwardTest {

    /** An employer who copies a name from a diploma by hand is not told that nothing fits. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "LEBŒUF, Leboeuf",
                "LEBŒUF, lebœuf",
                "LÆTITIEN, Laetitien",
                "FICTIF-D'ÎLE, fictif d’ile",
                "FICTIF-D'ÎLE, Fictif\u2011D'Île",
                "LE\u00A0GOFF, le goff"
            })
    void aNameIsTheSameHoweverItIsTyped(String recorded, String typed) {
        assertThat(VerifyAward.plain(typed)).isEqualTo(VerifyAward.plain(recorded));
    }

    @ParameterizedTest
    @CsvSource({"LEBŒUF, Lebeuf", "FICTIF, Fictive", "LÆTITIEN, Letitien"})
    void anotherNameIsAnotherOne(String recorded, String typed) {
        assertThat(VerifyAward.plain(typed)).isNotEqualTo(VerifyAward.plain(recorded));
    }
}
