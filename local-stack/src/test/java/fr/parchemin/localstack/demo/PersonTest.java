package fr.parchemin.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "42", "Bf00d1e5"})
    void aNameSaysThatItIsInventedAndHasLettersOnly(String run) {
        assertThat(Person.beta(run).name()).matches("Fictif Bêta \\p{Lu}\\p{Ll}+");
    }

    @Test
    void twoRunsHaveOtherPeople() {
        assertThat(Person.alpha("1").name()).isEqualTo("Fictif Alpha Be");
        assertThat(Person.alpha("12").name()).isEqualTo("Fictif Alpha Bebi");
        assertThat(Person.beta("12").externalRef()).isEqualTo("DEMO-12-BETA");
    }
}
