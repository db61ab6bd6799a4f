package fr.parchemin.session.identitycheck;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Rules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R26, on the day. */
class IdentityDocumentRuleTest {

    @ParameterizedTest(name = "{0}: {1}, with DRIVING_LICENCE accepted {2}")
    @CsvSource({
        "BIRTH_CERTIFICATE, 0, 1",
        "NATIONAL_ID, 0, 1",
        "PASSPORT, 0, 1",
        "RESIDENCE_PERMIT, 0, 1",
        "DRIVING_LICENCE, 1, 0"
    })
    void acceptedKinds(String document, int faults, int otherwise) {
        assertThat(Rules.faults(new IdentityDocumentRule(), document)).isEqualTo(faults);
        assertThat(Rules.faults(new IdentityDocumentRule(), document, "identity.documents", "DRIVING_LICENCE"))
                .isEqualTo(otherwise);
    }
}
